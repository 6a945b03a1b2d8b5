package org.volans.sky.internal.links;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.InputException;
import org.volans.api.geometry.Circle;
import org.volans.sky.internal.Answers;
import org.volans.sky.internal.Parameters;
import org.volans.sky.internal.data.DataSet;
import org.volans.sky.internal.data.ObsCoreTable;
import org.volans.sky.internal.data.TutorialContent;

/**
 * The links endpoint of a centre (DataLink 1.1, section 2): any number of ID, GET and POST, the answer always a VOTable
 * (other formats of RESPONSEFORMAT are refused with 415).
 */
final class LinksServlet extends HttpServlet {

    static final String TYPE = "application/x-votable+xml;content=datalink";
    static final String STANDARD = "ivo://ivoa.net/std/DataLink#links-1.1";

    private static final long serialVersionUID = 1L;

    private final String centre;
    private final transient TutorialContent content;
    private final URI base;

    LinksServlet(String centre, TutorialContent content, URI base) {
        this.centre = centre;
        this.content = content;
        this.base = base;
    }

    @Override
    @NonNullByDefault({})
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    @Override
    @NonNullByDefault({})
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters;
        try {
            parameters = Parameters.of(request);
        } catch (InputException e) {
            fault(response, HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
            return;
        }
        List<String> ids = parameters.all("ID").stream()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
        List<String> formats = parameters.all("RESPONSEFORMAT");
        if (!formats.isEmpty() && !Votable.offers(formats.get(0))) {
            fault(
                    response,
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    "RESPONSEFORMAT=" + formats.get(0) + " is not offered; links come as " + TYPE);
        } else if (ids.isEmpty()) {
            fault(response, HttpServletResponse.SC_BAD_REQUEST, "ID is missing: give at least one data set identifier");
        } else {
            Answers.send(response, HttpServletResponse.SC_OK, TYPE, document(ids));
        }
    }

    private static void fault(HttpServletResponse response, int status, String message) throws IOException {
        Answers.send(response, status, Answers.VOTABLE, Answers.errorDocument("UsageFault: " + message));
    }

    private String document(List<String> ids) {
        LinksTable links = new LinksTable();
        StringBuilder descriptors = new StringBuilder();
        for (int i = 0; i < ids.size(); i++) {
            Optional<DataSet> set = content.sets().find(centre, ids.get(i));
            if (set.isPresent()) {
                describe(set.get(), i + 1, links, descriptors);
            } else {
                links.fault(ids.get(i), "NotFoundFault: " + ids.get(i) + " is no data set of this service");
            }
        }
        return Votable.document(links.table(), "OK", STANDARD, descriptors.toString());
    }

    private void describe(DataSet set, int number, LinksTable links, StringBuilder descriptors) {
        OptionalLong size =
                set.image().isPresent() ? OptionalLong.of(content.files().size(set.path())) : OptionalLong.empty();
        links.access(set.did(), ObsCoreTable.fileUrl(set, base), "#this", set.title(), set.mediaType(), size);
        if (set.image().isEmpty()) {
            return;
        }
        cutouts(set, "sync", number, SodaServlet.STANDARD, links, descriptors);
        cutouts(set, "async", number, SodaAsyncServlet.STANDARD, links, descriptors);
        links.access(
                set.did(),
                base.resolve("preview/" + set.path() + ".png").toString(),
                "#preview",
                "The whole image as a picture",
                "image/png",
                OptionalLong.empty());
        if (set.collection().equals("lolss")) {
            relatives(set, links);
        }
    }

    private void cutouts(
            DataSet set, String kind, int number, String standard, LinksTable links, StringBuilder descriptors) {
        String descriptor = "soda-" + kind + "-" + number;
        String text = kind.equals("sync") ? "Cutouts at once" : "Cutouts as jobs";
        links.service(set.did(), descriptor, "#cutout", text, "image/fits", kind);
        String url = base.resolve(centre + "/soda/" + kind).toString();
        descriptors.append(SodaDescriptor.of(set, descriptor, standard, url));
    }

    /** What the mosaic was made of, and what was made of it. */
    private void relatives(DataSet set, LinksTable links) {
        for (DataSet other : content.sets().of(centre)) {
            if (other.collection().equals("lolss-pointings")) {
                links.access(
                        set.did(),
                        ObsCoreTable.fileUrl(other, base),
                        "#progenitor",
                        other.title(),
                        other.mediaType(),
                        OptionalLong.of(content.files().size(other.path())));
            }
        }
        Circle around = set.image().orElseThrow().outline().boundingCircle();
        String query = "astron/scs?RA=%s&DEC=%s&SR=%.3f"
                .formatted(set.center().ra(), set.center().dec(), around.radius());
        links.access(
                set.did(),
                base.resolve(query).toString(),
                "#derivation",
                "The catalogue of the sources in the mosaic",
                Answers.VOTABLE,
                OptionalLong.empty());
    }
}

package org.volans.sky.internal.links;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.InputException;
import org.volans.sky.internal.Answers;
import org.volans.sky.internal.Parameters;
import org.volans.sky.internal.data.Lazy;
import uk.ac.starlink.table.StarTable;

/** Image search of a centre (SIA 2.0): its ObsCore rows of images and cubes. */
final class Sia2Servlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String STANDARD = "ivo://ivoa.net/std/SIA#query-2.0";

    private final transient Lazy<Selection> rows;

    Sia2Servlet(Lazy<StarTable> obscore) {
        rows = new Lazy<>(() -> new Selection(obscore.get()));
    }

    @Override
    @NonNullByDefault({})
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    @Override
    @NonNullByDefault({})
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Parameters parameters = Parameters.of(request);
            Selection.Some found =
                    rows.get().select(Sia2Query.conditions(rows.get(), parameters), Values.maxrec(parameters));
            String status = found.overflow() ? "OVERFLOW" : "OK";
            Optional<String> format = Values.one(parameters, "RESPONSEFORMAT");
            if (format.isPresent() && !Votable.offers(format.get())) {
                throw new UsageException("RESPONSEFORMAT=" + format.get() + " is not offered; answers are VOTables");
            }
            Answers.send(
                    response,
                    HttpServletResponse.SC_OK,
                    Answers.VOTABLE,
                    Votable.document(found.table(), status, STANDARD, ""));
        } catch (UsageException | InputException e) {
            Answers.error(response, HttpServletResponse.SC_BAD_REQUEST, "UsageFault: " + e.getMessage());
        }
    }
}

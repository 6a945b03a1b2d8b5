package org.volans.datalink.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.VoException;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.table.VotableDocument;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.VOStarTable;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;
import uk.ac.starlink.votable.datalink.ServiceParam;

/** Finds how to ask for the links of a row of a table. */
final class LinksFinder {

    private final VotableDocument document;
    private final StarTable table;
    private final long row;

    /** @throws InputException when the document has no such row */
    LinksFinder(VotableDocument document, long row) throws InputException {
        this.document = document;
        this.row = row;
        this.table = document.table()
                .orElseThrow(() -> new InputException("the document has no table whose rows could have links"));
        if (row < 0 || row >= table.getRowCount()) {
            throw new InputException(
                    "the table has " + table.getRowCount() + " rows, counted from 0; there is no row " + row);
        }
    }

    Optional<LinksRequest> find() throws VoException {
        for (ServiceDescriptor descriptor : document.descriptors()) {
            Optional<LinksRequest> request =
                    isLinks(descriptor) ? byDescriptor(descriptor) : Optional.<LinksRequest>empty();
            if (request.isPresent()) {
                return request;
            }
        }
        Optional<LinksRequest> obscore = byFormat();
        return obscore.isPresent() ? obscore : byUrlColumn();
    }

    /** DataLink 1.1, section 4.1: the standardID; or at least the content type of links. */
    private static boolean isLinks(ServiceDescriptor descriptor) {
        return Cells.lower(descriptor.getStandardId()).contains("datalink#links")
                || isLinks(Cells.lower(descriptor.getContentType()));
    }

    /** Whether a media type is that of links (DataLink 1.1, section 3.3). */
    static boolean isLinks(String contentType) {
        return contentType
                .replaceAll("[\\s\"]", "")
                .toLowerCase(java.util.Locale.ROOT)
                .contains("content=datalink");
    }

    private Optional<LinksRequest> byDescriptor(ServiceDescriptor descriptor) throws ProtocolException {
        Optional<URI> url = Cells.given(descriptor.getAccessUrl()).flatMap(Uris::http);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        boolean identified = false;
        for (ServiceParam param : descriptor.getInputParams()) {
            String name = Cells.given(param.getName()).orElse("");
            String value = value(param, name);
            identified |= !value.isEmpty() && (name.equalsIgnoreCase("ID") || param.getRef() != null);
            if (!value.isEmpty()) {
                fields.add(new Field(name, value));
            }
        }
        return identified ? Optional.of(new LinksRequest(url.get(), fields)) : Optional.empty();
    }

    /** The value that the row gives by the parameter's reference, else the fixed one. */
    private String value(ServiceParam param, String name) throws ProtocolException {
        Optional<String> ref = Cells.given(param.getRef());
        if (ref.isPresent()) {
            return Cells.text(table, row, referred(ref.get()));
        }
        Optional<String> fixed = Cells.given(param.getValue());
        if (fixed.isPresent() || !name.equalsIgnoreCase("ID")) {
            return fixed.orElse("");
        }
        // neither value nor reference: what the column of publisher's identifiers holds is what is meant
        return Cells.text(table, row, Cells.column(table, "obs_publisher_did", "meta.ref.ivorn"));
    }

    /** The column that a reference names by its ID, else by its name; -1 when there is none. */
    int referred(String ref) {
        int byId = VOStarTable.getRefColumnIndex(ref, table);
        return byId >= 0 ? byId : Cells.column(table, ref, "");
    }

    /** ObsCore 1.1, section 4.7: a URL beside its format. */
    private Optional<LinksRequest> byFormat() throws ProtocolException {
        return isLinks(format()) ? request(accessUrl()) : Optional.empty();
    }

    private int accessUrl() {
        return Cells.columnByUtype(table, "access_url", "access.reference");
    }

    private String format() throws ProtocolException {
        return Cells.text(table, row, Cells.columnByUtype(table, "access_format", "access.format"));
    }

    /** A column that says so of itself; not the access URL of a row whose format says that it is something else. */
    private Optional<LinksRequest> byUrlColumn() throws ProtocolException {
        int other = format().isEmpty() ? -1 : accessUrl();
        Optional<String> not = other < 0
                ? Optional.empty()
                : Optional.of(table.getColumnInfo(other).getName());
        return request(Cells.find(table, info -> {
            if (not.isPresent() && not.get().equals(info.getName())) {
                return false;
            }
            String name = Cells.lower(info.getName());
            String said = name + " " + Cells.lower(info.getDescription());
            boolean url = Cells.lower(info.getUCD()).contains("meta.ref.url") || name.contains("url");
            return url && (isLinks(said) || said.contains("datalink"));
        }));
    }

    private Optional<LinksRequest> request(int column) throws ProtocolException {
        return Uris.http(Cells.text(table, row, column)).map(uri -> new LinksRequest(uri, List.of()));
    }
}

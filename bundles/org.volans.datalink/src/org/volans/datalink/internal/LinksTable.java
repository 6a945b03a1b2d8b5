package org.volans.datalink.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.volans.api.ProtocolException;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinkRow.Target;
import org.volans.api.table.VotableDocument;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;

/** Reads the rows of a links document (DataLink 1.1, section 3.2); columns by name, else by the UCD given there. */
final class LinksTable {

    private static final String CORE = "http://www.ivoa.net/rdf/datalink/core#";

    private final VotableDocument document;
    private final StarTable table;
    private final URI uri;
    private final int id;
    private final int accessUrl;
    private final int serviceDef;
    private final int error;
    private final int description;
    private final int semantics;
    private final int contentType;
    private final int contentLength;
    private final int qualifier;
    private final int localSemantics;

    /**
     * @param uri where the document came from: relative URLs count from there
     * @throws ProtocolException when no table of it has links
     */
    LinksTable(VotableDocument document, URI uri) throws ProtocolException {
        this.document = document;
        this.uri = uri;
        this.table = document.tables().stream()
                .filter(t -> Cells.column(t, "access_url", "meta.ref.url") >= 0
                        || Cells.column(t, "service_def", "meta.ref") >= 0)
                .findFirst()
                .orElseThrow(() -> new ProtocolException(
                        uri + ": the answer has no table with the columns access_url or service_def"
                                + " (DataLink 1.1, section 3.2)"));
        id = Cells.column(table, "ID", "meta.id;meta.main");
        accessUrl = Cells.column(table, "access_url", "meta.ref.url");
        serviceDef = Cells.column(table, "service_def", "meta.ref");
        error = Cells.column(table, "error_message", "meta.code.error");
        description = Cells.column(table, "description", "meta.note");
        semantics = Cells.column(table, "semantics", "meta.code");
        contentType = Cells.column(table, "content_type", "meta.code.mime");
        contentLength = Cells.column(table, "content_length", "phys.size;meta.file");
        qualifier = Cells.column(table, "content_qualifier", "");
        localSemantics = Cells.column(table, "local_semantics", "");
    }

    /** @param onlyId what rows without an identifier belong to */
    List<LinkRow> rows(String onlyId) throws ProtocolException {
        List<LinkRow> rows = new ArrayList<>();
        for (long row = 0; row < table.getRowCount(); row++) {
            String own = text(row, id);
            rows.add(new LinkRow(
                    own.isEmpty() ? onlyId : own,
                    target(row),
                    term(text(row, semantics)),
                    text(row, description),
                    text(row, contentType),
                    length(text(row, contentLength)),
                    text(row, qualifier),
                    text(row, localSemantics)));
        }
        return rows;
    }

    private String text(long row, int column) throws ProtocolException {
        return Cells.text(table, row, column);
    }

    /** Exactly one of three is allowed; where a service fills several, what can be used comes first. */
    private Target target(long row) throws ProtocolException {
        String service = text(row, serviceDef).replaceFirst("^#", "");
        String url = text(row, accessUrl);
        String fault = text(row, error);
        Optional<ServiceDescriptor> descriptor = document.descriptors().stream()
                .filter(d -> !service.isEmpty() && service.equals(d.getDescriptorId()))
                .findFirst();
        Optional<URI> access = url.isEmpty() ? Optional.empty() : Uris.absolute(url, uri);
        if (descriptor.isPresent()) {
            return new Target.Service(descriptor.get());
        }
        if (access.isPresent() && String.valueOf(access.get().getScheme()).matches("(?i)https?")) {
            return new Target.Access(access.get());
        }
        if (!fault.isEmpty()) {
            return new Target.Fault(fault);
        }
        if (!service.isEmpty()) {
            return new Target.Fault(
                    "the row refers to a service '" + service + "' that the document does not describe");
        }
        if (url.isEmpty()) {
            return new Target.Fault("the row leads nowhere");
        }
        // a service must not make us open our own files or run what it sends
        return new Target.Fault("the row's access_url is " + (access.isPresent() ? "no http address" : "not a URL")
                + ": '" + url + "'");
    }

    /** A term of the core vocabulary as {@code #term}; terms of other vocabularies stay as they are. */
    static String term(String semantics) {
        String term = semantics.replaceFirst("^https://", "http://");
        if (term.startsWith(CORE)) {
            return term.substring(CORE.length() - 1);
        }
        return term.isEmpty() || term.startsWith("#") || term.contains(":") ? semantics : "#" + semantics;
    }

    private static OptionalLong length(String text) {
        try {
            double length = text.isEmpty() ? -1 : Double.parseDouble(text);
            return length >= 0 ? OptionalLong.of((long) length) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty(); // a length is a hint; the row is good without it
        }
    }
}

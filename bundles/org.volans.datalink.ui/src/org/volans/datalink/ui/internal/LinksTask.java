package org.volans.datalink.ui.internal;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinkRow.Target;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.net.HttpCall;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableCells;
import org.volans.api.table.VotableDocument;
import org.volans.ui.selection.TableRow;
import org.volans.ui.work.Task;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.VOStarTable;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;
import uk.ac.starlink.votable.datalink.ServiceParam;

/** Finds what a row leads to. Blocks: reads cells and asks services. */
final class LinksTask implements Task<RowLinks> {

    /** Links to links that are followed; more is a service that leads in a circle. */
    private static final int MOST_FOLLOWED = 8;

    private static final int KILO = 1000;
    private static final String NO_UTYPE = "(none)";
    private static final Pattern UNSAFE = Pattern.compile("[ \"<>\\\\^`{|}]");

    private final DatalinkService service;
    private final TableRow row;
    private final StarTable table;
    private final List<ColumnMeta> columns;

    LinksTask(DatalinkService service, TableRow row) {
        this.service = service;
        this.row = row;
        this.table = row.table().table();
        this.columns = PositionColumns.columns(table);
    }

    @Override
    public RowLinks run(IProgressMonitor monitor) throws VoException {
        VotableDocument document = new VotableDocument(
                List.of(table),
                row.table().document().map(VotableDocument::descriptors).orElse(List.of()),
                row.table().document().map(VotableDocument::infos).orElse(List.of()));
        Optional<LinksRequest> request = service.requestFor(document, row.row());
        List<LinkRow> links = new ArrayList<>(request.isPresent() ? follow(request.get(), monitor) : plain());
        Map<String, String> given = new HashMap<>();
        for (ServiceDescriptor descriptor : document.descriptors()) {
            if (!lower(descriptor.getStandardId()).contains("datalink#links")) {
                links.add(
                        new LinkRow("", new Target.Service(descriptor), "#proc", "", "", OptionalLong.empty(), "", ""));
                references(descriptor, given);
            }
        }
        String name = name();
        return new RowLinks(row, name, place(name), links, given, bytes(links));
    }

    /** The links with those behind links to further links. */
    private List<LinkRow> follow(LinksRequest request, IProgressMonitor monitor) throws VoException {
        List<LinkRow> all = new ArrayList<>();
        Deque<LinkRow> open = new ArrayDeque<>(service.links(request, monitor));
        Set<URI> seen = new HashSet<>(Set.of(HttpCall.withQuery(request.url(), request.parameters())));
        while (!open.isEmpty()) {
            LinkRow link = open.removeFirst();
            all.add(link);
            boolean further = lower(link.contentType()).replace(" ", "").contains("content=datalink");
            if (further
                    && link.target() instanceof Target.Access access
                    && seen.size() < MOST_FOLLOWED
                    && seen.add(access.url())) {
                open.addAll(behind(access.url(), link, monitor));
            }
        }
        return all;
    }

    private List<LinkRow> behind(URI url, LinkRow link, IProgressMonitor monitor) {
        try {
            return service.links(new LinksRequest(url, List.of()), monitor);
        } catch (VoException e) {
            // the other links are good without them
            return List.of(new LinkRow(
                    link.id(),
                    new Target.Fault(e.getMessage()),
                    link.semantics(),
                    "",
                    "",
                    OptionalLong.empty(),
                    "",
                    ""));
        }
    }

    /** An ObsCore row without Datalink: its access URL is the one link. */
    private List<LinkRow> plain() throws InputException {
        Optional<URI> url = url(text(column("access_url", "access.reference")));
        if (url.isEmpty()) {
            return List.of();
        }
        String format = text(column("access_format", "access.format"));
        String title = text(column("obs_title", "dataid.title"));
        return List.of(new LinkRow("", new Target.Access(url.get()), "#this", title, format, estimated(), "", ""));
    }

    /** Services write blanks, bars and braces into URLs as they are. */
    static Optional<URI> url(String text) {
        String encoded = UNSAFE.matcher(text)
                .replaceAll(m -> String.format("%%%02X", (int) m.group().charAt(0)));
        try {
            return text.matches("(?i)https?://.+") ? Optional.of(URI.create(encoded)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the row gives for inputs that refer to its columns (DataLink 1.1, section 4.2). */
    private void references(ServiceDescriptor descriptor, Map<String, String> given) throws InputException {
        for (ServiceParam param : descriptor.getInputParams()) {
            String ref = param.getRef() == null ? "" : param.getRef();
            int byId = ref.isEmpty() ? -1 : VOStarTable.getRefColumnIndex(ref, table);
            int column = byId >= 0 || ref.isEmpty() ? byId : column(ref, NO_UTYPE);
            if (column >= 0) {
                given.put(ref, text(column));
            }
        }
    }

    private OptionalLong bytes(List<LinkRow> links) throws InputException {
        OptionalLong own = links.stream()
                .filter(l -> l.semantics().equals("#this") && l.contentLength().isPresent())
                .mapToLong(l -> l.contentLength().getAsLong())
                .findFirst();
        return own.isPresent() ? own : estimated();
    }

    /** ObsCore's estimate, which is in kilobytes (ObsCore 1.1, table 5). */
    private OptionalLong estimated() throws InputException {
        String size = text(column("access_estsize", "access.size"));
        return size.matches("[0-9]{1,15}") ? OptionalLong.of(Long.parseLong(size) * KILO) : OptionalLong.empty();
    }

    private String name() throws InputException {
        for (String candidate : List.of("obs_title", "target_name", "imagetitle")) {
            String text = text(column(candidate, NO_UTYPE));
            if (!text.isEmpty()) {
                return text;
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).ucd().primary().equals("meta.id") && !text(i).isEmpty()) {
                return text(i);
            }
        }
        return "row " + (row.row() + 1) + " of " + row.table().name();
    }

    private Optional<Place> place(String name) throws InputException {
        try {
            return PositionColumns.position(table, row.row()).map(position -> new Place(name, position));
        } catch (IOException e) {
            throw new InputException("row " + (row.row() + 1) + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** By name, else by the end of its utype. */
    private int column(String name, String utype) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (lower(columns.get(i).utype()).endsWith(utype)) {
                return i;
            }
        }
        return -1;
    }

    private String text(int column) throws InputException {
        if (column < 0) {
            return "";
        }
        try {
            Object cell = TableCells.cell(table, row.row(), column);
            if (cell instanceof double[] numbers) {
                return String.join(
                        " ", Arrays.stream(numbers).mapToObj(Double::toString).toList());
            }
            return cell == null || cell.equals(Double.NaN) || cell.equals(Float.NaN)
                    ? ""
                    : cell.toString().strip();
        } catch (IOException e) {
            throw new InputException("row " + (row.row() + 1) + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String lower(@org.eclipse.jdt.annotation.Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}

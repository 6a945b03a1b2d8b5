package org.volans.datalink.ui.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkedRow;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableCells;
import org.volans.api.table.VotableDocument;
import org.volans.ui.selection.TableRow;
import org.volans.ui.work.Task;
import uk.ac.starlink.table.StarTable;

/** Finds what a row leads to. Blocks: reads cells and asks services. */
final class LinksTask implements Task<RowLinks> {

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
        return named(service.allOf(document, row.row(), monitor));
    }

    /** What the row leads to, with what the row itself says. Blocks: reads cells. */
    RowLinks named(LinkedRow links) throws InputException {
        String name = name();
        return new RowLinks(row, name, place(name), links);
    }

    /** What the row's own columns call it. */
    private String name() throws InputException {
        try {
            for (String candidate : List.of("obs_title", "target_name", "imagetitle")) {
                Optional<String> name = text(column -> column.name().equalsIgnoreCase(candidate));
                if (name.isPresent()) {
                    return name.get();
                }
            }
            return text(column -> column.ucd().primary().equals("meta.id"))
                    .orElseGet(() ->
                            "row " + (row.row() + 1) + " of " + row.table().name());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Optional<Place> place(String name) throws InputException {
        try {
            return PositionColumns.position(table, row.row()).map(position -> new Place(name, position));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private InputException unreadable(IOException e) {
        return new InputException("row " + (row.row() + 1) + " cannot be read: " + e.getMessage(), e);
    }

    /** The first of some columns that says anything. */
    private Optional<String> text(Predicate<ColumnMeta> wanted) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            if (wanted.test(columns.get(i))) {
                @Nullable Object cell = TableCells.cell(table, row.row(), i);
                String text = cell == null ? "" : cell.toString().strip();
                if (!text.isEmpty()) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }
}

package org.volans.ui.internal.properties;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.TableCells;
import org.volans.ui.selection.TableRow;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;

/**
 * The values of a row, which are read in a job: until then the view says so.
 *
 * <p>Of several selected rows the first alone is read and shown: the view asks for the source of each, which is this one
 * for all, and asks it for its own value right after the first. UI thread only.
 */
final class RowFacts extends Facts {

    private static final int LONGEST = 1000;

    private final Runnable changed;
    private @Nullable TableRow asked;
    private @Nullable TableRow row;
    private @Nullable Job reading;

    /** @param changed called on the UI thread when the values are there */
    RowFacts(Runnable changed) {
        super(List.of(), "");
        this.changed = changed;
    }

    /** The view wants to know of a row; it is shown if it is the first one. */
    RowFacts asked(TableRow next) {
        asked = next;
        return this;
    }

    @Override
    @NonNullByDefault({})
    public Object getEditableValue() {
        TableRow next = asked;
        if (next != null && !next.equals(row)) {
            show(next);
        }
        return toString();
    }

    @Override
    @NonNullByDefault({})
    public String toString() {
        TableRow now = row;
        return now == null ? "" : now.table().name();
    }

    private void show(TableRow next) {
        row = next;
        if (reading != null) {
            reading.cancel();
        }
        String name = "Row " + (next.row() + 1);
        replace(List.of(new Fact(name, "is being read")));
        Display display = Display.getCurrent();
        String title = "Reading " + name + " of " + next.table().name();
        Job job = Job.createSystem(title, (@Nullable IProgressMonitor given) -> {
            IProgressMonitor monitor = IProgressMonitor.nullSafe(given);
            List<Fact> facts = read(next, monitor);
            if (!monitor.isCanceled() && !display.isDisposed()) {
                display.asyncExec(() -> arrived(next, facts));
            }
        });
        reading = job;
        job.schedule();
    }

    private void arrived(TableRow of, List<Fact> facts) {
        if (of.equals(row)) {
            replace(facts);
            changed.run();
        }
    }

    private static List<Fact> read(TableRow row, IProgressMonitor monitor) {
        StarTable table = row.table().table();
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < table.getColumnCount() && !monitor.isCanceled(); i++) {
            facts.add(fact(row, table.getColumnInfo(i), i));
        }
        return facts;
    }

    private static Fact fact(TableRow row, ColumnInfo info, int index) {
        ColumnMeta column = ColumnMeta.of(info);
        List<Fact> more = new ArrayList<>();
        add(more, "Unit", column.unit());
        add(more, "UCD", column.ucd().text());
        add(more, "Utype", column.utype());
        add(more, "Description", column.description());
        add(more, "Type", column.datatype());
        return new Fact(column.name(), value(row, info, column, index), column.description(), more);
    }

    private static String value(TableRow row, ColumnInfo info, ColumnMeta column, int index) {
        try {
            @Nullable Object cell = TableCells.cell(row.table().table(), row.row(), index);
            String text = cell == null ? "" : String.valueOf(info.formatValue(cell, LONGEST));
            return text.isEmpty() || column.unit().isEmpty() ? text : text + " " + column.unit();
        } catch (IOException | RuntimeException e) {
            // a broken file, or a row that is not there any more
            return "cannot be read: " + e.getMessage();
        } catch (InternalError e) {
            // what Java throws when a mapped file has become shorter
            return "cannot be read: the file has been changed";
        }
    }

    private static void add(List<Fact> more, String name, String value) {
        if (!value.isEmpty()) {
            more.add(new Fact(name, value));
        }
    }
}

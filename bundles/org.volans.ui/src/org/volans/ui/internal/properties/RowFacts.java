package org.volans.ui.internal.properties;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.volans.api.table.ColumnMeta;
import org.volans.ui.selection.TableRow;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;

/** The values of a row, which are read in a job: until then the view says so. */
final class RowFacts extends Facts {

    private static final int LONGEST = 1000;

    private final TableRow row;
    private final Job reading;

    /** @param changed called on the UI thread when the values are there */
    RowFacts(TableRow row, Display display, Runnable changed) {
        super(
                List.of(new Fact("Row " + (row.row() + 1), "is being read")),
                row.table().name());
        this.row = row;
        reading =
                new Job("Reading row " + (row.row() + 1) + " of " + row.table().name()) {
                    @Override
                    @NonNullByDefault({})
                    protected IStatus run(IProgressMonitor monitor) {
                        List<Fact> facts = read(monitor);
                        if (!monitor.isCanceled() && !display.isDisposed()) {
                            display.asyncExec(() -> {
                                replace(facts);
                                changed.run();
                            });
                        }
                        return Status.OK_STATUS;
                    }
                };
        reading.setSystem(true);
        reading.schedule();
    }

    /** Whether these are the values of a row. */
    boolean of(TableRow other) {
        return row.equals(other);
    }

    /** Another row is shown. */
    void cancel() {
        reading.cancel();
    }

    private List<Fact> read(IProgressMonitor monitor) {
        StarTable table = row.table().table();
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < table.getColumnCount() && !monitor.isCanceled(); i++) {
            facts.add(fact(table.getColumnInfo(i), i));
        }
        return facts;
    }

    private Fact fact(ColumnInfo info, int index) {
        ColumnMeta column = ColumnMeta.of(info);
        List<Fact> more = new ArrayList<>();
        add(more, "Unit", column.unit());
        add(more, "UCD", column.ucd().text());
        add(more, "Utype", column.utype());
        add(more, "Description", column.description());
        add(more, "Type", column.datatype());
        return new Fact(column.name(), value(info, column, index), column.description(), more);
    }

    private String value(ColumnInfo info, ColumnMeta column, int index) {
        try {
            @Nullable Object cell = row.table().table().getCell(row.row(), index);
            String text = cell == null ? "" : String.valueOf(info.formatValue(cell, LONGEST));
            return text.isEmpty() || column.unit().isEmpty() ? text : text + " " + column.unit();
        } catch (IOException | RuntimeException e) {
            // a broken file, or a row that is not there any more
            return "cannot be read: " + e.getMessage();
        }
    }

    private static void add(List<Fact> more, String name, String value) {
        if (!value.isEmpty()) {
            more.add(new Fact(name, value));
        }
    }
}

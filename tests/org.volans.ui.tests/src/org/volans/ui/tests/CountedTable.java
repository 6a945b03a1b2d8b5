package org.volans.ui.tests;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Display;
import org.volans.api.InputException;
import org.volans.api.table.TableFormat;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RandomStarTable;
import uk.ac.starlink.table.StarTable;

/** A million rows without a file, which knows who reads them. Two columns: the row's number, and how many follow. */
final class CountedTable extends RandomStarTable {

    private static final long ROWS = 1_000_000;

    private final Format counted;

    CountedTable(Format counted) {
        this.counted = counted;
    }

    @Override
    public long getRowCount() {
        return ROWS;
    }

    @Override
    public int getColumnCount() {
        return 2;
    }

    @Override
    public ColumnInfo getColumnInfo(int column) {
        return new ColumnInfo(column == 0 ? "i" : "down", Long.class, "");
    }

    @Override
    public Object getCell(long row, int column) {
        (Display.findDisplay(Thread.currentThread()) == null ? counted.elsewhere : counted.onUi).incrementAndGet();
        return column == 0 ? row : ROWS - row;
    }

    /** Its format, which counts who reads cells. */
    static final class Format implements TableFormat {

        final AtomicLong onUi = new AtomicLong();
        final AtomicLong elsewhere = new AtomicLong();

        @Override
        public String name() {
            return "counted";
        }

        @Override
        public List<String> endings() {
            return List.of("counted");
        }

        @Override
        public boolean recognises(byte[] beginning) {
            return new String(beginning, StandardCharsets.US_ASCII).startsWith("COUNTED");
        }

        @Override
        public StarTable read(Path file, IProgressMonitor monitor) throws InputException {
            if (!Files.exists(file)) {
                throw new InputException(file + " is missing");
            }
            return new CountedTable(this);
        }

        @Override
        public boolean writable() {
            return false;
        }

        @Override
        public void write(StarTable table, Path file, IProgressMonitor monitor) throws InputException {
            throw new InputException("not written");
        }
    }
}

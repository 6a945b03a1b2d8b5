package org.volans.sdk.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.osgi.service.component.annotations.Component;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.table.TableFormat;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.Tables;

/** Texts with bars between: a line {@code #bars}, a line of names, a line for each row, a line {@code #end}. */
@Component
public final class BarFormat implements TableFormat {

    private static final String FIRST = "#bars";
    private static final String LAST = "#end";
    private static final Pattern BAR = Pattern.compile("\\|");

    @Override
    public String name() {
        return "bars";
    }

    @Override
    public List<String> endings() {
        return List.of("bars");
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return new String(beginning, StandardCharsets.UTF_8).startsWith(FIRST + "\n");
    }

    @Override
    public StarTable read(Path file, IProgressMonitor monitor) throws InputException {
        List<String> lines = lines(file);
        if (lines.size() < 3
                || !lines.getFirst().equals(FIRST)
                || !lines.getLast().equals(LAST)) {
            throw new InputException("'" + file + "' is no table of bars: it needs " + FIRST + ", names, and " + LAST);
        }
        String[] names = BAR.split(lines.get(1), -1);
        List<Object[]> rows = new ArrayList<>();
        for (String line : lines.subList(2, lines.size() - 1)) {
            checkCancelled(monitor);
            Object[] cells = BAR.split(line, -1);
            if (cells.length != names.length) {
                throw new InputException("'" + file + "' has a row of " + cells.length + " cells: '" + line + "'");
            }
            rows.add(cells);
        }
        RowListStarTable table = new RowListStarTable(Arrays.stream(names)
                .map(name -> new ColumnInfo(name, String.class, ""))
                .toArray(ColumnInfo[]::new));
        rows.forEach(table::addRow);
        return table;
    }

    private static List<String> lines(Path file) throws InputException {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new InputException(
                    "'" + file + "' cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public void write(StarTable table, Path file, IProgressMonitor monitor) throws InputException {
        List<String> lines = new ArrayList<>(List.of(FIRST));
        lines.add(String.join(
                "|",
                Arrays.stream(Tables.getColumnInfos(table))
                        .map(ColumnInfo::getName)
                        .toList()));
        try (RowSequence rows = table.getRowSequence()) {
            while (rows.next()) {
                checkCancelled(monitor);
                lines.add(String.join(
                        "|", Arrays.stream(rows.getRow()).map(String::valueOf).toList()));
            }
            lines.add(LAST);
            Files.write(file, lines);
        } catch (IOException e) {
            throw new OutputException(
                    "'" + file + "' cannot be written: " + e.getClass().getSimpleName(), e);
        }
    }

    private static void checkCancelled(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }
}

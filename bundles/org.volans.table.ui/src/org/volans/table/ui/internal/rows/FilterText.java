package org.volans.table.ui.internal.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.StarTable;

/**
 * Filters as a person writes them: one text for the whole table ({@code mag < 18 and name: NGC}, or words that any cell
 * contains) and one for each column (see {@link CellTest}). No I/O until the filter runs.
 */
public final class FilterText {

    private static final Pattern TERM = Pattern.compile(
            "(?:\"([^\"]+)\"|([^\\s<>=!:\"]+))\\s*(?:((?:>=|<=|!=|<>|=|>|<).*)|:\\s*(.+)|\\s(\\S+?\\s*\\.\\.\\s*\\S+|is\\s+.+))");

    private final StarTable table;

    /** @param table whose columns may be named */
    public FilterText(StarTable table) {
        this.table = table;
    }

    /**
     * @param quick   for the whole table; may be empty
     * @param columns for single columns, by index
     * @throws InputException says what of it is not understood
     */
    public RowFilter parse(String quick, Map<Integer, String> columns) throws InputException {
        List<RowFilter> all = new ArrayList<>();
        if (!quick.isBlank()) {
            Predicate<RowAccess> any = CellTest.joined(quick.strip(), this::term);
            all.add(row -> checked(any, row));
        }
        for (Map.Entry<Integer, String> entry : columns.entrySet()) {
            if (!entry.getValue().isBlank()) {
                int column = entry.getKey();
                try {
                    Predicate<@Nullable Object> test =
                            CellTest.parse(entry.getValue().strip(), numeric(column));
                    all.add(row -> test.test(row.getCell(column)));
                } catch (InputException e) {
                    throw new InputException(table.getColumnInfo(column).getName() + ": " + e.getMessage(), e);
                }
            }
        }
        return all.isEmpty()
                ? RowFilter.ALL
                : row -> {
                    for (RowFilter each : all) {
                        if (!each.passes(row)) {
                            return false;
                        }
                    }
                    return true;
                };
    }

    private Predicate<RowAccess> term(String text) throws InputException {
        Matcher term = TERM.matcher(text);
        if (term.matches()) {
            String name = first(term.group(1), term.group(2));
            Optional<Integer> column = column(name);
            if (column.isPresent()) {
                String condition = first(term.group(3), term.group(4), term.group(5));
                Predicate<@Nullable Object> test = CellTest.parse(condition.strip(), numeric(column.get()));
                return row -> test.test(cell(row, column.get()));
            }
            if (term.group(3) != null) {
                throw new InputException(
                        "there is no column '" + name + "'; put \"quotes\" around text to be searched for");
            }
        }
        return anywhere(text);
    }

    /** What the expression has found. */
    private static String first(@Nullable String... groups) {
        return Stream.of(groups).filter(Objects::nonNull).findFirst().orElse("");
    }

    private Predicate<RowAccess> anywhere(String text) throws InputException {
        Predicate<@Nullable Object> test = CellTest.words(text);
        boolean number = text.matches("[-+.0-9eE*]*[0-9][-+.0-9eE*]*|/.*/");
        int[] searched = IntStream.range(0, table.getColumnCount())
                .filter(i -> number || !numeric(i))
                .toArray();
        return row -> {
            for (int column : searched) {
                if (test.test(cell(row, column))) {
                    return true;
                }
            }
            return false;
        };
    }

    private Optional<Integer> column(String name) {
        Optional<Integer> folded = Optional.empty();
        for (int i = 0; i < table.getColumnCount(); i++) {
            String own = String.valueOf(table.getColumnInfo(i).getName());
            if (own.equals(name)) {
                return Optional.of(i);
            }
            if (folded.isEmpty() && own.equalsIgnoreCase(name)) {
                folded = Optional.of(i);
            }
        }
        return folded;
    }

    private boolean numeric(int column) {
        return Number.class.isAssignableFrom(table.getColumnInfo(column).getContentClass());
    }

    private static @Nullable Object cell(RowAccess row, int column) {
        try {
            return row.getCell(column);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean checked(Predicate<RowAccess> test, RowAccess row) throws IOException {
        try {
            return test.test(row);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}

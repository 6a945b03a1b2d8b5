package org.volans.datalink.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.ProtocolException;
import org.volans.api.table.TableCells;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;

/** Columns and cells of a table that a service sent. */
final class Cells {

    private Cells() {}

    /** The index of the column with a name, without regard to case, else with a UCD; -1 when there is none. */
    static int column(StarTable table, String name, String ucd) {
        int byName = find(table, info -> name.equalsIgnoreCase(info.getName()));
        return byName >= 0 || ucd.isEmpty() ? byName : find(table, info -> ucd.equalsIgnoreCase(info.getUCD()));
    }

    /** The index of the column with a name or with a utype that ends in one. */
    static int columnByUtype(StarTable table, String name, String utypeEnd) {
        int byName = column(table, name, "");
        return byName >= 0
                ? byName
                : find(table, info -> lower(info.getUtype()).endsWith(utypeEnd.toLowerCase(Locale.ROOT)));
    }

    /** The first column that passes, or -1. */
    static int find(StarTable table, Predicate<ColumnInfo> test) {
        for (int i = 0; i < table.getColumnCount(); i++) {
            if (test.test(table.getColumnInfo(i))) {
                return i;
            }
        }
        return -1;
    }

    /** A cell as a parameter takes it, stripped, numbers in plain decimals; empty for blank cells and for column -1. */
    static String text(StarTable table, long row, int column) throws ProtocolException {
        if (column < 0) {
            return "";
        }
        try {
            return text(TableCells.cell(table, row, column));
        } catch (IOException e) {
            throw new ProtocolException(
                    "row " + row + " of table '" + table.getName() + "' cannot be read: " + e.getMessage(), e);
        }
    }

    static String text(@Nullable Object cell) {
        if (cell == null || cell instanceof Double d && d.isNaN() || cell instanceof Float f && f.isNaN()) {
            return "";
        }
        if (cell instanceof double[] numbers) {
            return Arrays.stream(numbers).mapToObj(Cells::text).collect(Collectors.joining(" "));
        }
        if (cell instanceof Double || cell instanceof Float) {
            String digits = cell.toString();
            return digits.contains("Inf")
                    ? digits
                    : new BigDecimal(digits).stripTrailingZeros().toPlainString();
        }
        return cell.toString().strip();
    }

    static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** A text that a descriptor may leave out. */
    static Optional<String> given(@Nullable String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}

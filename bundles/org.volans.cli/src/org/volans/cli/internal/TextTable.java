package org.volans.cli.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Texts in aligned columns; numbers to the right. */
final class TextTable {

    private TextTable() {}

    static void print(List<String> headings, List<List<String>> rows, PrintStream out) {
        List<Integer> widths = new ArrayList<>();
        List<Boolean> numeric = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            int width = headings.get(i).length();
            boolean allNumbers = !rows.isEmpty();
            for (List<String> row : rows) {
                width = Math.max(width, row.get(i).length());
                allNumbers &= row.get(i).isEmpty() || row.get(i).matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
            }
            widths.add(width);
            numeric.add(allNumbers);
        }
        out.println(line(headings, widths, numeric));
        out.println("-".repeat(widths.stream().mapToInt(w -> w + 2).sum() - 2));
        for (List<String> row : rows) {
            out.println(line(row, widths, numeric));
        }
    }

    private static String line(List<String> cells, List<Integer> widths, List<Boolean> numeric) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).replace('\n', ' ').replace('\r', ' ');
            String blank = " ".repeat(Math.max(0, widths.get(i) - cell.length()));
            line.append(numeric.get(i) ? blank + cell : cell + blank).append("  ");
        }
        return line.toString().stripTrailing();
    }
}

package org.volans.cli.internal.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.cli.UsageException;
import org.volans.api.table.TableService;
import uk.ac.starlink.table.StarTable;

/** What users write on the command line. */
final class Texts {

    private Texts() {}

    /** A query: the text itself, {@code @FILE}, or {@code -} for standard input. */
    static String adql(String typed, CliContext context) throws InputException {
        try {
            if (typed.equals("-")) {
                return notEmpty(new String(System.in.readAllBytes(), StandardCharsets.UTF_8), "standard input");
            }
            if (typed.startsWith("@")) {
                Path file = context.path(typed.substring(1));
                if (!Files.isRegularFile(file)) {
                    throw new InputException("no such file: " + file);
                }
                return notEmpty(Files.readString(file), file.toString());
            }
        } catch (IOException e) {
            throw new InputException("cannot read the query: " + e.getMessage(), e);
        }
        Usage.given("ADQL", typed);
        return typed;
    }

    private static String notEmpty(String text, String where) throws InputException {
        if (text.isBlank()) {
            throw new InputException("there is no query in " + where);
        }
        return text;
    }

    /** {@code NAME=FILE} pairs. */
    static Map<String, Path> files(List<String> pairs, CliContext context) throws UsageException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            Usage.require(
                    equals > 0 && equals < pair.length() - 1, "a table is given as NAME=FILE, not '" + pair + "'");
            String name = pair.substring(0, equals);
            Usage.require(
                    name.matches("[A-Za-z][A-Za-z0-9_]*"),
                    "'" + name + "' cannot name a table: a letter, then letters, digits and _ only");
            Path before = files.put(name, context.path(pair.substring(equals + 1)));
            Usage.require(before == null, "two tables are called '" + name + "'");
        }
        return files;
    }

    /** The tables of such files. */
    static Map<String, StarTable> tables(Map<String, Path> files, TableService service, CliContext context)
            throws InputException {
        Map<String, StarTable> tables = new LinkedHashMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            tables.put(file.getKey(), service.open(file.getValue(), "", context.monitor()));
        }
        return tables;
    }

    /** A cell or a text for people; nothing for nothing. */
    static String show(@Nullable Object value) {
        if (value == null || value instanceof Double d && d.isNaN() || value instanceof Float f && f.isNaN()) {
            return "";
        }
        return value.getClass().isArray() ? array(value) : value.toString();
    }

    private static String array(Object array) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < java.lang.reflect.Array.getLength(array); i++) {
            text.append(i == 0 ? "" : " ").append(show(java.lang.reflect.Array.get(array, i)));
        }
        return text.toString();
    }

    /** {@code 1 row}, {@code 2 rows}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** At most so many characters, the end marked. */
    static String shorten(String text, int length) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= length ? line : line.substring(0, length - 1) + "…";
    }
}

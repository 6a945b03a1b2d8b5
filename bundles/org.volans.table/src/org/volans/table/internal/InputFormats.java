package org.volans.table.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.table.TableBuilder;
import uk.ac.starlink.table.TableFormatException;
import uk.ac.starlink.table.formats.AsciiTableBuilder;
import uk.ac.starlink.table.formats.CsvTableBuilder;
import uk.ac.starlink.table.formats.IpacTableBuilder;
import uk.ac.starlink.table.formats.TstTableBuilder;

/** The readers of the library, without Parquet (see {@link TableSaver#PARQUET}), and one for tab-separated values. */
final class InputFormats {

    private InputFormats() {}

    static List<String> names() {
        return Stream.concat(new StarTableFactory().getKnownFormats().stream(), Stream.of("tsv"))
                .map(n -> n.toLowerCase(Locale.ROOT))
                .filter(n -> !n.equals("parquet"))
                .toList();
    }

    /** Readers that know their format by its first bytes, special ones before general ones. */
    static List<TableBuilder> byContent() {
        List<TableBuilder> builders = new ArrayList<>(new StarTableFactory().getDefaultBuilders());
        // VOTables never get this far: they have a reader of their own
        builders.removeIf(
                b -> b.getFormatName().equals("parquet") || b.getFormatName().equals("votable"));
        return builders;
    }

    static Optional<TableBuilder> named(String format) {
        String name = format.strip();
        if (name.equalsIgnoreCase("tsv")) {
            return Optional.of(tsv());
        }
        try {
            return Optional.of(new StarTableFactory().getTableBuilder(name));
        } catch (TableFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether files of this format always begin in a way that tells, so that the name of one that does not means nothing. */
    static boolean byContentOnly(TableBuilder builder) {
        return builder.getFormatName().toLowerCase(Locale.ROOT).contains("fits");
    }

    /**
     * By the ending of the file's name; {@code .txt} says too little and is left to {@link #bySeparator}.
     *
     * @param text how the file begins
     */
    static Optional<TableBuilder> byName(String fileName, String text) {
        String extension = Beginning.extension(fileName);
        return switch (extension) {
            case "", "txt", "dat" -> Optional.empty();
            case "tsv", "tab" -> Optional.of(tsv());
            case "csv" -> Optional.of(separated(text));
            case "tst" -> Optional.of(new TstTableBuilder());
            default ->
                new StarTableFactory()
                        .getKnownBuilders().stream()
                                .filter(b -> !b.getFormatName().equals("parquet"))
                                .filter(b -> b.looksLikeFile("x." + extension))
                                .findFirst();
        };
    }

    /** By the first line that is not a comment. */
    static TableBuilder bySeparator(String text) {
        String line = text.lines()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (line.startsWith("\\") || line.startsWith("|")) {
            return new IpacTableBuilder();
        }
        return line.contains("\t") || line.contains(",") ? separated(text) : new AsciiTableBuilder();
    }

    /** With the separator that the first line has most of: programs write semicolons where the comma is a decimal one. */
    private static CsvTableBuilder separated(String text) {
        String first =
                text.lines().filter(l -> !l.isBlank()).findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char most = ',';
        for (char separator : new char[] {';', '\t', '|'}) {
            most = count(first, separator) > count(first, most) ? separator : most;
        }
        CsvTableBuilder builder = new CsvTableBuilder();
        builder.setDelimiter(most);
        return builder;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static TableBuilder tsv() {
        CsvTableBuilder tsv = new CsvTableBuilder();
        tsv.setDelimiter('\t');
        return tsv;
    }
}

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

    /** By the ending of the file's name; {@code .txt} says too little and is left to {@link #bySeparator}. */
    static Optional<TableBuilder> byName(String fileName) {
        String extension = Beginning.extension(fileName);
        return switch (extension) {
            case "", "txt", "dat" -> Optional.empty();
            case "tsv", "tab" -> Optional.of(tsv());
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
        if (line.contains("\t")) {
            return tsv();
        }
        return line.contains(",") ? new CsvTableBuilder() : new AsciiTableBuilder();
    }

    private static TableBuilder tsv() {
        CsvTableBuilder tsv = new CsvTableBuilder();
        tsv.setDelimiter('\t');
        return tsv;
    }
}

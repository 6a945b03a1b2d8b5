package org.volans.registry.ui.internal;

import java.util.Locale;
import org.volans.api.registry.RegistryRecord;

/** Ready-made references to a resource. */
final class Citation {

    private Citation() {}

    /** One paragraph: authors, year, title, publisher, identifier, page. */
    static String text(RegistryRecord record) {
        StringBuilder text = new StringBuilder(authors(record));
        if (!year(record).isEmpty()) {
            text.append(text.isEmpty() ? "" : " ")
                    .append('(')
                    .append(year(record))
                    .append(')');
        }
        text.append(text.isEmpty() ? "" : ": ").append(title(record)).append('.');
        if (!record.publisher().isEmpty()) {
            text.append(' ').append(record.publisher()).append('.');
        }
        text.append(" VO resource ").append(record.ivoid());
        if (!record.referenceUrl().isEmpty()) {
            text.append(", ").append(record.referenceUrl());
        }
        return text.toString();
    }

    /** A BibTeX entry, {@code @misc}: registry records do not say what kind of publication they are. */
    static String bibtex(RegistryRecord record) {
        StringBuilder entry = new StringBuilder("@misc{").append(key(record));
        field(entry, "author", authors(record).replaceAll("\\s*;\\s*", " and "));
        // double braces keep capitals
        field(entry, "title", '{' + escape(title(record)) + '}');
        field(entry, "year", year(record));
        field(entry, "publisher", escape(record.publisher()));
        field(entry, "howpublished", "VO resource \\url{" + record.ivoid() + "}");
        field(entry, "url", record.referenceUrl());
        return entry.append("\n}\n").toString();
    }

    private static void field(StringBuilder entry, String name, String value) {
        if (!value.isBlank()) {
            entry.append(",\n  ").append(String.format(Locale.ROOT, "%-12s = {%s}", name, value));
        }
    }

    private static String escape(String text) {
        return text.replaceAll("([&%#_$])", "\\\\$1");
    }

    private static String title(RegistryRecord record) {
        return record.title().replaceAll("\\s+", " ").strip();
    }

    private static String authors(RegistryRecord record) {
        return record.creators().replaceAll("\\s+", " ").strip();
    }

    /** Of the last change: the only date that a list has. */
    private static String year(RegistryRecord record) {
        return record.updated().matches("\\d{4}-.*") ? record.updated().substring(0, 4) : "";
    }

    private static String key(RegistryRecord record) {
        return record.ivoid()
                .replaceFirst("^ivo://", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}

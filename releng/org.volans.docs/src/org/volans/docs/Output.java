package org.volans.docs;

import java.nio.file.Path;

/** Where a source goes: what is in {@code docs/} to the top, what is elsewhere in the tree below {@code project/}. */
final class Output {

    private static final Path DOCS = Path.of("docs");
    private static final String MARKDOWN = ".md";

    private Output() {}

    /** The place of a source in the site or the Help, with slashes; sources are named relative to the root of the tree. */
    static String of(Path source) {
        Path place = source.startsWith(DOCS)
                ? DOCS.relativize(source)
                : Path.of("project").resolve(source);
        String name = place.toString().replace('\\', '/');
        if (!isPage(source)) {
            return name;
        }
        String stem = name.substring(0, name.length() - MARKDOWN.length());
        return stem.endsWith("README")
                ? stem.substring(0, stem.length() - "README".length()) + "index.html"
                : stem + ".html";
    }

    static boolean isPage(Path source) {
        return source.toString().endsWith(MARKDOWN);
    }

    /** How one place of the output names another. */
    static String link(String from, String to) {
        Path folder = Path.of("/" + from).getParent();
        return folder.relativize(Path.of("/" + to)).toString().replace('\\', '/');
    }
}

package org.volans.table.internal;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file and which of its tables is meant.
 *
 * @param file the file
 * @param part empty for the first table; else its number, counted from 1, or its name
 */
record TableAddress(Path file, String part) {

    /** Takes {@code file#2} apart, unless a file has that very name. */
    static TableAddress of(Path path) {
        String text = path.toString();
        int hash = text.lastIndexOf('#');
        if (hash <= 0 || hash == text.length() - 1 || Files.exists(path)) {
            return new TableAddress(path, "");
        }
        return new TableAddress(path.getFileSystem().getPath(text.substring(0, hash)), text.substring(hash + 1));
    }
}

package org.volans.table.internal;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What went wrong, in a few words on one line. */
final class Faults {

    private Faults() {}

    static String words(Throwable fault) {
        String message = fault.getMessage();
        if (fault instanceof AccessDeniedException) {
            return "no permission";
        }
        if (fault instanceof NoSuchFileException || fault instanceof FileNotFoundException) {
            return "no such file or folder";
        }
        if (fault instanceof FileSystemException system && system.getReason() != null) {
            message = system.getReason();
        }
        if (message == null || message.isBlank()) {
            Throwable cause = fault.getCause();
            return cause != null && cause != fault
                    ? words(cause)
                    : fault.getClass().getSimpleName();
        }
        String line = message.strip().replaceAll("\\s+", " ");
        if (line.toLowerCase(Locale.ROOT).contains("no space left")) {
            return "the disk is full";
        }
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}

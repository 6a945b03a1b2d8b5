package org.volans.table.internal;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What went wrong, in a few words on one line. */
final class Faults {

    /** How the library's FITS reader says it. */
    private static final Pattern CUT_SHORT =
            Pattern.compile("FITS ended mid-.*|FITS file too short.*|Can't skip backwards|.*end of ZLIB input.*");

    /** How a library fails that gives an exception a second cause, which is the one that matters: "… with CAUSE: words". */
    private static final String SECOND_CAUSE = "Can't overwrite cause with ";

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
        if (fault instanceof InternalError) {
            return "the file that is read has been changed";
        }
        if (fault instanceof EOFException
                || message != null && CUT_SHORT.matcher(message).matches()) {
            return "it is cut short or damaged; fetch it again";
        }
        if (message != null && message.startsWith(SECOND_CAUSE)) {
            message = message.substring(message.indexOf(": ") + 2);
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

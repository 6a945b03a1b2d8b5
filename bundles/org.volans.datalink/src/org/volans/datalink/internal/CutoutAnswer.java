package org.volans.datalink.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.table.TableService;

/**
 * Judges what a cutout service sent with a good status: data, or words in the place of data.
 *
 * @param uri       who answered
 * @param status    how
 * @param mediaType as the service calls it
 * @param file      the body
 */
record CutoutAnswer(URI uri, int status, String mediaType, Path file) {

    private static final int BEGINNING = 8192;
    private static final Pattern TITLE =
            Pattern.compile("<(title|h1)\\b[^>]*>(.*?)</\\1>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The words that stand in the place of data; empty when it is data. */
    Optional<String> words(TableService tables, IProgressMonitor monitor) throws ProtocolException, IOException {
        byte[] bytes = beginning();
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (fits(bytes)) {
            return Optional.empty();
        }
        if (text.isEmpty()) {
            return Optional.of("the answer is empty");
        }
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.contains("<html")) {
            return Optional.of(html(text));
        }
        if (text.startsWith("<") && text.contains("VOTABLE")) {
            return votable(tables, monitor);
        }
        if (text.startsWith("<")) {
            return Optional.of(line(text.replaceAll("<[^>]*>", " ")));
        }
        if (mediaType.equals("text/plain") || mediaType.equals("text/html") || mediaType.isEmpty() && plain(bytes)) {
            return Optional.of(line(text));
        }
        if (mediaType.contains("fits")) {
            throw new ProtocolException(uri.getHost() + ": the answer is called " + mediaType + " but does not begin"
                    + " like FITS (SIMPLE  =)" + (plain(bytes) ? ": '" + line(text) + "'" : ""));
        }
        return Optional.empty();
    }

    /** The words as the exception that they are when they do not say that there is nothing. */
    ServiceException failure(String words) {
        return new ServiceException(uri, status, uri.getHost() + ": no data came but this: " + words, null);
    }

    private byte[] beginning() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(BEGINNING);
        }
    }

    private boolean fits(byte[] bytes) throws IOException {
        if (new String(bytes, StandardCharsets.ISO_8859_1).startsWith("SIMPLE  =")) {
            return true;
        }
        boolean zipped = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        if (!zipped) {
            return false;
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readNBytes(9), StandardCharsets.ISO_8859_1).equals("SIMPLE  =");
        }
    }

    private static boolean plain(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    private Optional<String> votable(TableService tables, IProgressMonitor monitor)
            throws IOException, ProtocolException {
        try (InputStream in = Files.newInputStream(file)) {
            return tables.readVotable(in, uri.toString(), monitor).error().map(CutoutAnswer::line);
        }
    }

    private static String html(String text) {
        Matcher title = TITLE.matcher(text);
        String head = title.find() ? title.group(2) : "";
        String body = text.replaceAll("(?is)<(script|style|head)\\b.*?</\\1>", " ");
        return line((head + ": " + body).replaceAll("<[^>]*>", " "));
    }

    private static String line(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}

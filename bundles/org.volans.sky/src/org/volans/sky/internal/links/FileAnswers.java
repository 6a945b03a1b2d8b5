package org.volans.sky.internal.links;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.volans.sky.internal.Answers;

/** Sends files, in parts when the client asks for one range of it (RFC 9110, section 14). */
final class FileAnswers {

    private static final int BUFFER = 1 << 16;

    private FileAnswers() {}

    /** A whole file, or the range that the request asks for. */
    static void send(HttpServletRequest request, HttpServletResponse response, Path file, String type)
            throws IOException {
        long size = Files.size(file);
        response.setHeader("Accept-Ranges", "bytes");
        response.setDateHeader("Last-Modified", Files.getLastModifiedTime(file).toMillis());
        ByteRange range = ByteRange.of(request.getHeader("Range"), size);
        if (range.unsatisfiable()) {
            response.setHeader("Content-Range", "bytes */" + size);
            Answers.send(
                    response,
                    HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE,
                    "text/plain",
                    "the file has " + size + " bytes\n");
            return;
        }
        if (range.partial()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + size);
        }
        response.setContentType(type);
        response.setContentLengthLong(range.length());
        if (!"HEAD".equals(request.getMethod())) {
            copy(file, range, response.getOutputStream());
        }
    }

    private static void copy(Path file, ByteRange range, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(range.first());
            long left = range.length();
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException(file + " became shorter while it was sent");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}

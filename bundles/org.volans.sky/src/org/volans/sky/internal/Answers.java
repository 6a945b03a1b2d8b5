package org.volans.sky.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Short answers that all services give in the same way. */
public final class Answers {

    /** The media type of VOTables. */
    public static final String VOTABLE = "application/x-votable+xml";

    private Answers() {}

    /** Sends a text. */
    public static void send(HttpServletResponse response, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type.startsWith("text/") ? type + ";charset=UTF-8" : type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Sends an XML document. */
    public static void xml(HttpServletResponse response, Xml document) throws IOException {
        send(response, HttpServletResponse.SC_OK, "text/xml", document.toString());
    }

    /** Sends an error document (DALI 1.1, section 4.2). */
    public static void error(HttpServletResponse response, int status, String message) throws IOException {
        send(response, status, VOTABLE, errorDocument(message));
    }

    /** An error document: a VOTable with the message and no table. */
    public static String errorDocument(String message) {
        return new Xml()
                .open("VOTABLE", "version", "1.4", "xmlns", "http://www.ivoa.net/xml/VOTable/v1.3")
                .open("RESOURCE", "type", "results")
                .leaf("INFO", message, "name", "QUERY_STATUS", "value", "ERROR")
                .close()
                .close()
                .toString();
    }

    /** Sends the client elsewhere to look at what it made (303 See Other). */
    public static void seeOther(HttpServletResponse response, String location) throws IOException {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
        response.setContentLength(0);
        response.flushBuffer();
    }
}

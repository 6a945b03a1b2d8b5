package org.volans.tap.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.net.HttpAnswer;

/** Reads the body of an answer that should be XML, and says plainly when it is something else or breaks off. */
final class AnswerReader {

    private static final int SNIFFED = 2048;
    private static final int HTML_HEAD = 1 << 16;
    private static final Pattern PROLOG = Pattern.compile("\\A(\\s|\\uFEFF|<\\?.*?\\?>|<!--.*?-->)*", Pattern.DOTALL);
    private static final Pattern HTML =
            Pattern.compile("\\A<(!doctype\\s+html|html|head|body)\\b", Pattern.CASE_INSENSITIVE);

    private final HttpAnswer answer;
    private final String wanted;
    private final String doubt;
    private final PushbackInputStream stream;
    private @Nullable IOException failure;

    /**
     * @param answer closed by the caller
     * @param wanted what it should be: "a VOTable"
     * @param doubt  the question to ask when it is not: "is http://… a TAP service?"
     */
    AnswerReader(HttpAnswer answer, String wanted, String doubt) {
        this.answer = answer;
        this.wanted = wanted;
        this.doubt = doubt;
        stream = new PushbackInputStream(new Remembering(answer.body()), SNIFFED);
    }

    /**
     * The body, once its beginning looks like XML.
     *
     * @throws ProtocolException when it is empty, HTML or no XML at all
     */
    InputStream xml() throws VoException {
        String start = start().strip();
        String first = PROLOG.matcher(start).replaceFirst("");
        if (HTML.matcher(first).find()) {
            String title = title();
            throw new ProtocolException(Endpoints.shown(answer.uri()) + " answered HTML"
                    + (title.isBlank() ? "" : " (title \"" + Queries.oneLine(title) + "\")") + ", not " + wanted + "; "
                    + doubt);
        }
        if (start.isEmpty() || !first.startsWith("<")) {
            String what = start.isEmpty()
                    ? "nothing"
                    : answer.mediaType().isEmpty() ? "no XML" : answer.mediaType() + " that is no XML";
            throw new ProtocolException(
                    Endpoints.shown(answer.uri()) + " answered " + what + ", not " + wanted + "; " + doubt);
        }
        return stream;
    }

    /** Shows the document's elements to a visitor until it has seen enough. */
    void walk(XmlVisitor visitor) throws VoException {
        InputStream xml = xml();
        try {
            walk(factory().createXMLStreamReader(xml), visitor);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** What a reader's failure means: cancelled, the connection lost, or a broken document. */
    VoException broken(Exception e) {
        throwIfCancelled();
        IOException lost = failure;
        if (lost != null) {
            return new ServiceException(answer.uri(), answer.status(), String.valueOf(lost.getMessage()), lost);
        }
        return e instanceof ProtocolException already
                ? already
                : new ProtocolException(
                        Endpoints.shown(answer.uri()) + " is not " + wanted + ": " + firstLine(e) + "; " + doubt, e);
    }

    /** @throws OperationCanceledException when reading ended because the call was cancelled */
    void throwIfCancelled() {
        if (failure instanceof InterruptedIOException) {
            throw new OperationCanceledException();
        }
    }

    private static String firstLine(Exception e) {
        // The JDK's XML reader begins with "ParseError at [row,col]:[1,5]\nMessage: …".
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").replace(" Message:", "");
    }

    private static void walk(XMLStreamReader xml, XmlVisitor visitor) throws XMLStreamException {
        XmlElement at = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    at = new XmlElement(xml.getLocalName(), attributes(xml), new StringBuilder(), at);
                    if (!visitor.begins(at)) {
                        return;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (at != null) {
                        at.content().append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (at != null) {
                        visitor.ends(at);
                        at = at.parent();
                    }
                }
                default -> {
                    // comments and processing instructions say nothing to us
                }
            }
        }
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        if (xml.getAttributeCount() == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // What comes from the net must not make us read files or ask other servers.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private String start() throws VoException {
        try {
            byte[] start = stream.readNBytes(SNIFFED);
            stream.unread(start);
            return new String(start, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private String title() throws VoException {
        try {
            Document page = Jsoup.parse(new String(stream.readNBytes(HTML_HEAD), StandardCharsets.UTF_8));
            return page.title();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** XML and table readers hide what the stream threw; this keeps it. */
    private final class Remembering extends FilterInputStream {

        Remembering(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        @NonNullByDefault({})
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}

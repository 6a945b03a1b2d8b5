package org.volans.net.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds what a server wanted to say in the body of a refusal: a DALI error document, XML, HTML, JSON or plain text. */
final class ServerWords {

    static final int LONGEST = 300;

    private static final List<String> JSON_KEYS =
            List.of("detail", "message", "error_description", "error", "title", "msg", "description");

    /** Where a program stood when it failed tells its users nothing: lines of Java, and of Python. */
    private static final Pattern STACK =
            Pattern.compile("\\s+(at [\\w.$/<>]+\\([^()]*\\)|\\.\\.\\. \\d+ (more|common frames omitted)"
                    + "|File \"[^\"]*\", line \\d+, in \\S+)");

    private ServerWords() {}

    /** One line of at most {@value #LONGEST} characters, or empty. */
    static String of(String mediaType, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1).strip();
        }
        String head = text.substring(0, Math.min(500, text.length())).toLowerCase(Locale.ROOT);
        String words;
        if (head.contains("<html")
                || head.contains("<!doctype html")
                || mediaType.equals("text/html") && head.contains("<")) {
            words = html(text);
        } else if (text.startsWith("<")) {
            words = xml(body).orElseGet(() -> html(text(body)));
        } else if (text.startsWith("{") || text.startsWith("[")) {
            words = json(text).orElse(text);
        } else {
            words = printable(text) ? text : "";
        }
        return line(words);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Text on one line, cut at {@value #LONGEST} characters. */
    static String line(String words) {
        String line = STACK.matcher(words.replaceAll("[\\s\\p{Cntrl}]+", " "))
                .replaceAll("")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1).strip() + "…";
    }

    private static boolean printable(String text) {
        return text.chars().limit(500).noneMatch(c -> c == 0xFFFD || c < 32 && !Character.isWhitespace(c));
    }

    /**
     * The content of {@code INFO name="QUERY_STATUS" value="ERROR"} (DALI 1.1, section 4.4.1); also of what other XML
     * calls its message (VOSI, UWS, exception reports of older services). A document that is cut off gives what came.
     */
    private static Optional<String> xml(byte[] body) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // What comes from the net must not make us read files or ask other servers.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        StringBuilder words = new StringBuilder();
        int depth = 0; // inside the telling element
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(body));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth = depth > 0 ? depth + 1 : isTelling(xml) ? 1 : 0;
                } else if (event == XMLStreamConstants.END_ELEMENT && depth > 0 && --depth == 0 && !words.isEmpty()) {
                    break;
                } else if (depth > 0 && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                    words.append(xml.getText());
                }
            }
        } catch (XMLStreamException e) {
            return words.toString().isBlank() ? Optional.empty() : Optional.of(words.toString());
        }
        return words.toString().isBlank() ? Optional.empty() : Optional.of(words.toString());
    }

    private static boolean isTelling(XMLStreamReader xml) {
        return switch (xml.getLocalName().toLowerCase(Locale.ROOT)) {
            case "info" ->
                "QUERY_STATUS".equalsIgnoreCase(xml.getAttributeValue(null, "name"))
                        && "ERROR".equalsIgnoreCase(xml.getAttributeValue(null, "value"));
            case "message", "serviceexception", "exceptiontext", "faultstring", "detail", "note" -> true;
            default -> false;
        };
    }

    /**
     * What the page marks as its error (DaCHS and others wrap it in apologies); else the first heading and the text
     * beside it; the title alone when the page has no other words.
     */
    private static String html(String text) {
        Document page = Jsoup.parse(text);
        page.select("script, style, nav, header nav, footer").remove();
        Element marked = page.selectFirst(".errmsg, .error-message, .errormessage, #error-message");
        if (marked != null && !marked.text().isBlank()) {
            return marked.text();
        }
        Element heading = page.selectFirst("h1, h2");
        String title = heading == null || heading.text().isBlank() ? page.title() : heading.text();
        if (heading != null) {
            heading.remove();
        }
        String rest = page.body().text();
        if (title.isBlank() || rest.isBlank()) {
            return title + rest;
        }
        return rest.startsWith(title) ? rest : title + ": " + rest;
    }

    private static Optional<String> json(String text) {
        try {
            return words(JsonParser.parseString(text));
        } catch (JsonParseException e) {
            return Optional.empty(); // looks like JSON and is not: shown as it stands
        }
    }

    private static Optional<String> words(JsonElement element) {
        return switch (element) {
            case JsonObject object ->
                JSON_KEYS.stream()
                        .filter(object::has)
                        .map(object::get)
                        .flatMap(e -> words(e).stream())
                        .findFirst();
            case JsonArray array ->
                array.asList().stream().flatMap(e -> words(e).stream()).findFirst();
            default ->
                element.isJsonPrimitive() && !element.getAsString().isBlank()
                        ? Optional.of(element.getAsString())
                        : Optional.empty();
        };
    }
}

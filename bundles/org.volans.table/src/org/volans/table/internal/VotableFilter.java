package org.volans.table.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.table.VotableDocument.Info;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Stands between the XML parser and the library's builder: collects the INFOs, mends what services commonly get wrong,
 * lets nothing be fetched that the document names, and ends a document whose result is complete when what follows
 * it is broken.
 */
@NonNullByDefault({DefaultLocation.FIELD, DefaultLocation.RETURN_TYPE})
final class VotableFilter extends XMLFilterImpl {

    private final Deque<String> open = new ArrayDeque<>();
    private final List<Info> infos = new ArrayList<>();
    private final UnaryOperator<String> hrefs;
    private final boolean cells;
    private final StringBuilder infoText = new StringBuilder();
    private String infoName = "";
    private String infoValue = "";
    private long rows;
    private int tables;
    private int tableDepth;
    private boolean resultComplete;

    /**
     * @param hrefs makes an absolute URL of a STREAM's href, or throws {@link IllegalArgumentException}
     * @param cells whether the cells of TABLEDATA are wanted; else all rows are empty
     */
    VotableFilter(XMLReader parser, UnaryOperator<String> hrefs, boolean cells) {
        super(parser);
        this.hrefs = hrefs;
        this.cells = cells;
    }

    List<Info> infos() {
        return infos;
    }

    /** Rows of TABLEDATA seen so far. */
    long rows() {
        return rows;
    }

    /** Makes the STREAM of a document from the network refuse any href: a service must not make us read our own files. */
    static String noHref(String href) {
        throw new IllegalArgumentException(
                "its data are not in it but at '" + href + "', which Volans does not fetch for a document");
    }

    /** Allows what stands in the folder of a local document. */
    static UnaryOperator<String> hrefsIn(URI document) {
        return href -> {
            URI folder = document.resolve(".");
            URI uri = document.resolve(href).normalize();
            if (!"file".equals(uri.getScheme()) || !uri.toString().startsWith(folder.toString())) {
                return noHref(href);
            }
            return uri.toString();
        };
    }

    @Override
    public void parse(InputSource input) throws SAXException, IOException {
        try {
            super.parse(input);
        } catch (InterruptedIOException | RuntimeException e) {
            close(e);
            throw e;
        } catch (SAXException | IOException e) {
            boolean inTable = open.stream().anyMatch(name -> local(name).equals("TABLE"));
            close(e);
            boolean failed = infos.stream().anyMatch(VotableFilter::error);
            if ((!resultComplete || inTable) && !failed) {
                throw e;
            }
        }
    }

    /** Ends what is open: the library reads a binary stream in a thread of its own, which waits for that end. */
    private void close(Exception reason) {
        while (!open.isEmpty()) {
            String name = open.pop();
            try {
                super.endElement("", name, name);
            } catch (SAXException | RuntimeException e) {
                reason.addSuppressed(e);
            }
        }
    }

    private static boolean error(Info info) {
        return info.name().equalsIgnoreCase("QUERY_STATUS") && info.value().equalsIgnoreCase("ERROR");
    }

    /** Nothing outside the document is read, whatever its DOCTYPE says. */
    @Override
    public InputSource resolveEntity(String publicId, String systemId) {
        return new InputSource(new StringReader(""));
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        if (skipped(qName)) {
            return;
        }
        Attributes mended = attributes;
        switch (local(qName)) {
            case "INFO" -> {
                infoName = text(attributes, "name");
                infoValue = text(attributes, "value");
                infoText.setLength(0);
            }
            case "RESOURCE" -> mended = resource(attributes);
            case "STREAM" -> mended = stream(attributes);
            case "TABLE" -> tableDepth = open.size();
            default -> {
                // passed on as it is
            }
        }
        super.startElement(uri, localName, qName, mended);
        open.push(qName);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        if (skipped(qName)) {
            return;
        }
        open.pop();
        super.endElement(uri, localName, qName);
        switch (local(qName)) {
            case "INFO" -> infos.add(new Info(infoName, infoValue, infoText.toString()));
            case "TR" -> rows++;
            case "TABLE" -> tables++;
            case "RESOURCE" -> resultComplete |= tables > 0 && open.size() < tableDepth;
            default -> {
                // nothing to be learned from it
            }
        }
    }

    @Override
    public void characters(char[] ch, int start, int length) throws SAXException {
        String current = open.peek();
        if (!cells && current != null && local(current).equals("TR")) {
            return;
        }
        if (current != null && local(current).equals("INFO")) {
            infoText.append(ch, start, length);
        }
        super.characters(ch, start, length);
    }

    private boolean skipped(String qName) {
        return !cells && local(qName).equals("TD");
    }

    /** Service descriptors are found by two attributes whose spelling services vary (DataLink 1.1, section 4.1). */
    private static Attributes resource(Attributes attributes) {
        if (!text(attributes, "utype").strip().equalsIgnoreCase("adhoc:service")) {
            return attributes;
        }
        return with(with(attributes, "utype", "adhoc:service"), "type", "meta");
    }

    private Attributes stream(Attributes attributes) throws SAXException {
        String href = text(attributes, "href").strip();
        if (href.isEmpty()) {
            return attributes;
        }
        try {
            return with(attributes, "href", hrefs.apply(href));
        } catch (IllegalArgumentException e) {
            throw new SAXException(e.getMessage(), e);
        }
    }

    private static Attributes with(Attributes attributes, String name, String value) {
        AttributesImpl more = new AttributesImpl(attributes);
        int index = more.getIndex(name);
        if (index < 0) {
            more.addAttribute("", name, name, "CDATA", value);
        } else {
            more.setValue(index, value);
        }
        return more;
    }

    private static String text(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value;
    }

    private static String local(String qName) {
        return qName.substring(qName.indexOf(':') + 1);
    }
}

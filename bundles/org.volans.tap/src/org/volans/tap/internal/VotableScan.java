package org.volans.tap.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.table.VotableDocument.Info;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.TableContentHandler;
import uk.ac.starlink.votable.TableHandler;

/**
 * Looks through a VOTable as it passes by: counts the rows of its first table, whatever their serialisation, and
 * collects its INFOs. Keeps no rows.
 */
@NonNullByDefault({DefaultLocation.FIELD, DefaultLocation.RETURN_TYPE})
final class VotableScan extends XMLFilterImpl {

    private final Deque<String> open = new ArrayDeque<>();
    private final List<Info> infos = new ArrayList<>();
    private final StringBuilder infoText = new StringBuilder();
    private String infoName = "";
    private String infoValue = "";
    private boolean understood = true;
    private boolean inTableData;
    private volatile int tables;
    // the library decodes binary rows in a thread of its own
    private volatile long rows;

    VotableScan() {
        TableContentHandler library = new TableContentHandler(false);
        library.setReadHrefTables(false);
        library.setTableHandler(new Counter());
        setContentHandler(library);
    }

    /** Reads to the end of the document. */
    void read(InputStream stream) throws IOException, SAXException, ParserConfigurationException {
        setParent(parser());
        try {
            parse(new InputSource(stream));
        } finally {
            close();
        }
    }

    /** What has been found counts no more. */
    void giveUp() {
        understood = false;
    }

    /** Ends what is open after a failure: the library's thread waits for that. */
    private void close() {
        while (!open.isEmpty()) {
            String name = open.pop();
            try {
                super.endElement("", name, name);
            } catch (SAXException | RuntimeException e) {
                open.clear(); // it has ended already
            }
        }
    }

    /** Whether the document was read to its end. */
    boolean understood() {
        return understood;
    }

    /** Rows of the first table so far. Any thread. */
    long rows() {
        return rows;
    }

    /** How many tables there are. */
    int tables() {
        return tables;
    }

    List<Info> infos() {
        return infos;
    }

    private static XMLReader parser() throws SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newSAXParser().getXMLReader();
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
        if (inTableData) {
            if (tables == 1 && local(qName).equals("TR")) {
                rows++;
            }
            return; // the library would make objects of the cells
        }
        switch (local(qName)) {
            case "INFO" -> {
                infoName = text(attributes, "name");
                infoValue = text(attributes, "value");
                infoText.setLength(0);
            }
            case "STREAM" -> {
                if (!text(attributes, "href").isBlank()) {
                    throw new SAXException("its data are not in it");
                }
            }
            case "TABLE" -> tables++;
            case "TABLEDATA" -> inTableData = true;
            default -> {
                // the library's business
            }
        }
        super.startElement(uri, localName, qName, attributes);
        open.push(qName);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        if (inTableData && !local(qName).equals("TABLEDATA")) {
            return;
        }
        inTableData = false;
        open.pop();
        super.endElement(uri, localName, qName);
        if (local(qName).equals("INFO")) {
            infos.add(new Info(infoName, infoValue, infoText.toString()));
        }
    }

    @Override
    public void characters(char[] ch, int start, int length) throws SAXException {
        if (inTableData) {
            return;
        }
        String current = open.peek();
        if (current != null && local(current).equals("INFO")) {
            infoText.append(ch, start, length);
        }
        super.characters(ch, start, length);
    }

    private static String text(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value;
    }

    private static String local(String qName) {
        return qName.substring(qName.indexOf(':') + 1);
    }

    private final class Counter implements TableHandler {

        @Override
        @NonNullByDefault({})
        public void startTable(StarTable meta) {
            // counted where it begins: one without rows has no data, and is none to the library
        }

        @Override
        @NonNullByDefault({})
        public void rowData(Object[] row) { // of a binary table
            if (tables == 1) {
                rows++;
            }
        }

        @Override
        public void endTable() {
            // nothing to be learned from it
        }
    }
}

package org.volans.table.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ProtocolException;
import org.volans.api.table.VotableDocument;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.votable.TableElement;
import uk.ac.starlink.votable.VOElement;
import uk.ac.starlink.votable.VOElementFactory;
import uk.ac.starlink.votable.VOStarTable;
import uk.ac.starlink.votable.datalink.ServiceDescriptorFactory;

/**
 * Reads VOTable documents in one pass. A document is accepted when its result is whole: broken text after the RESOURCE
 * that holds a table is forgiven, while a document cut off before that RESOURCE ends is refused, because the INFO
 * that tells of an error or of an overflow would stand there (DALI 1.1, section 4.4).
 */
final class VotableReader {

    private final StoragePolicy policy;
    private final boolean cells;

    /** @param policy where the rows of the tables are kept */
    VotableReader(StoragePolicy policy) {
        this(policy, true);
    }

    private VotableReader(StoragePolicy policy, boolean cells) {
        this.policy = policy;
        this.cells = cells;
    }

    /**
     * One that keeps no rows. For one document.
     *
     * @param told of the rows of the first table as they come, from any thread
     */
    static VotableReader counting(LongConsumer told) {
        return new VotableReader(new RowCounting(told), false);
    }

    /**
     * @param source names the origin in messages
     * @param hrefs  see {@link VotableFilter}
     */
    VotableDocument read(InputStream stream, String source, UnaryOperator<String> hrefs, IProgressMonitor monitor)
            throws ProtocolException {
        try {
            return parse(new VotableText(stream, source, monitor), source, hrefs);
        } catch (IOException e) {
            cancelled(monitor);
            throw new ProtocolException(source + ": the VOTable ended early: " + Faults.words(e), e);
        }
    }

    private static void cancelled(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    private VotableDocument parse(VotableText text, String source, UnaryOperator<String> hrefs)
            throws IOException, ProtocolException {
        try {
            VotableFilter filter = new VotableFilter(parser(), hrefs, cells);
            try {
                VOElementFactory factory = new VOElementFactory(policy);
                VOElement root = factory.makeVOElement(new SAXSource(filter, text.input()));
                return document(root, filter);
            } catch (SAXException e) {
                throw broken(e, source, filter, text);
            }
        } catch (OperationCanceledException e) {
            throw e;
        } catch (RuntimeException | SAXException | ParserConfigurationException e) {
            // the library trips over attributes that are no numbers, arrays of impossible sizes and the like
            throw new ProtocolException(source + ": the VOTable cannot be made sense of: " + Faults.words(e), e);
        }
    }

    private static ProtocolException broken(SAXException e, String source, VotableFilter filter, VotableText text) {
        String after = filter.rows() > 0 ? " after " + filter.rows() + " rows" : "";
        if (text.exhausted() && e instanceof SAXParseException) {
            return new ProtocolException(source + ": the VOTable ended early" + after, e);
        }
        String where =
                e instanceof SAXParseException at && at.getLineNumber() > 0 ? " at line " + at.getLineNumber() : "";
        return new ProtocolException(
                source + ": the VOTable cannot be read" + where + after + ": " + Faults.words(e), e);
    }

    private static XMLReader parser() throws SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(false);
        factory.setFeature(javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newSAXParser().getXMLReader();
    }

    private VotableDocument document(VOElement root, VotableFilter filter) throws IOException {
        List<StarTable> tables = new ArrayList<>();
        NodeList elements = root.getElementsByVOTagName("TABLE");
        for (int i = 0; i < elements.getLength(); i++) {
            if (elements.item(i) instanceof TableElement element) {
                tables.add(table(element));
            }
        }
        return new VotableDocument(
                tables, List.of(new ServiceDescriptorFactory().readAllServiceDescriptors(root)), filter.infos());
    }

    private StarTable table(TableElement element) throws IOException {
        StarTable table = new VOStarTable(element);
        // made on first use without locking; asked for here so that threads can share the table
        table.getParameters();
        for (int i = 0; i < table.getColumnCount(); i++) {
            table.getColumnInfo(i);
        }
        return policy.randomTable(table);
    }
}

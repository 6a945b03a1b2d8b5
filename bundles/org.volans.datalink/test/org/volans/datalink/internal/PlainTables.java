package org.volans.datalink.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.volans.api.ProtocolException;
import org.volans.api.table.TableFile;
import org.volans.api.table.TableService;
import org.volans.api.table.VotableDocument;
import org.volans.api.table.VotableDocument.Info;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.Tables;
import uk.ac.starlink.votable.TableElement;
import uk.ac.starlink.votable.VOElement;
import uk.ac.starlink.votable.VOElementFactory;
import uk.ac.starlink.votable.VOStarTable;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;
import uk.ac.starlink.votable.datalink.ServiceDescriptorFactory;

/** Reads VOTables with the library alone; the provider of tables is another bundle. */
final class PlainTables implements TableService {

    static final String CHAR = " datatype='char' arraysize='*'";

    /** A service descriptor. */
    static String resource(String id, String standard, String url, String inputs) {
        return "<RESOURCE type='meta' utype='adhoc:service' ID='" + id + "'>"
                + (standard.isEmpty() ? "" : "<PARAM name='standardID'" + CHAR + " value='" + standard + "'/>")
                + "<PARAM name='accessURL'" + CHAR + " value='" + url + "'/>"
                + "<GROUP name='inputParams'>" + inputs + "</GROUP></RESOURCE>";
    }

    /** An input parameter of text. */
    static String param(String name, String more) {
        return "<PARAM name='" + name + "'" + CHAR + " " + (more.contains("value=") ? "" : "value='' ") + more + "/>";
    }

    static VotableDocument document(String text) throws ProtocolException {
        return new PlainTables()
                .readVotable(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        "test",
                        new NullProgressMonitor());
    }

    static ServiceDescriptor descriptor(String standard, String url, String inputs) throws ProtocolException {
        return document("<VOTABLE>" + resource("s", standard, url, inputs) + "</VOTABLE>")
                .descriptors()
                .get(0);
    }

    @Override
    public VotableDocument scanVotable(InputStream stream, String source, LongConsumer rows, IProgressMonitor monitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public VotableDocument readVotable(InputStream stream, String source, IProgressMonitor monitor)
            throws ProtocolException {
        try {
            VOElement root = new VOElementFactory().makeVOElement(stream, null);
            List<StarTable> tables = new ArrayList<>();
            NodeList elements = root.getElementsByVOTagName("TABLE");
            for (int i = 0; i < elements.getLength(); i++) {
                tables.add(Tables.randomTable(new VOStarTable((TableElement) elements.item(i))));
            }
            List<Info> infos = new ArrayList<>();
            NodeList found = root.getElementsByVOTagName("INFO");
            for (int i = 0; i < found.getLength(); i++) {
                VOElement info = (VOElement) found.item(i);
                infos.add(new Info(info.getAttribute("name"), info.getAttribute("value"), info.getTextContent()));
            }
            return new VotableDocument(
                    tables, List.of(new ServiceDescriptorFactory().readAllServiceDescriptors(root)), infos);
        } catch (IOException | SAXException e) {
            throw new ProtocolException(source + ": " + e.getMessage(), e);
        }
    }

    @Override
    public TableFile openFile(Path file, String format, IProgressMonitor monitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StarTable open(Path file, String format, IProgressMonitor monitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save(StarTable table, Path file, String format, IProgressMonitor monitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> inputFormats() {
        return List.of();
    }

    @Override
    public List<String> outputFormats() {
        return List.of();
    }
}

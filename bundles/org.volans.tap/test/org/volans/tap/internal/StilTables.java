package org.volans.tap.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
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

/** As much of the table service as a TAP client needs, straight on STIL: no other provider is on a test's class path. */
@SuppressWarnings("null")
final class StilTables implements TableService {

    @Override
    public VotableDocument readVotable(InputStream stream, String source, IProgressMonitor monitor)
            throws ProtocolException {
        try {
            VOElement root = new VOElementFactory().makeVOElement(stream, source);
            List<StarTable> tables = new ArrayList<>();
            NodeList found = root.getElementsByVOTagName("TABLE");
            for (int i = 0; i < found.getLength(); i++) {
                tables.add(Tables.randomTable(new VOStarTable((TableElement) found.item(i))));
            }
            List<Info> infos = new ArrayList<>();
            NodeList notes = root.getElementsByVOTagName("INFO");
            for (int i = 0; i < notes.getLength(); i++) {
                VOElement info = (VOElement) notes.item(i);
                infos.add(new Info(
                        info.getAttribute("name"),
                        info.getAttribute("value"),
                        info.getTextContent() == null ? "" : info.getTextContent()));
            }
            return new VotableDocument(tables, List.of(), infos);
        } catch (SAXException | IOException e) {
            throw new ProtocolException(source + " is not a VOTable: " + e.getMessage(), e);
        }
    }

    @Override
    public VotableDocument scanVotable(InputStream stream, String source, LongConsumer rows, IProgressMonitor monitor)
            throws ProtocolException {
        VotableDocument document = readVotable(stream, source, monitor);
        document.table().ifPresent(t -> rows.accept(t.getRowCount()));
        return document;
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

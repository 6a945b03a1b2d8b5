package org.volans.sdk.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.table.TableFile;
import org.volans.api.table.TableService;
import org.volans.api.table.VotableDocument;
import org.volans.api.table.VotableDocument.Info;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.table.StarTableOutput;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.table.Tables;
import uk.ac.starlink.util.FileDataSource;
import uk.ac.starlink.votable.TableElement;
import uk.ac.starlink.votable.VOElement;
import uk.ac.starlink.votable.VOElementFactory;
import uk.ac.starlink.votable.VOStarTable;
import uk.ac.starlink.votable.datalink.ServiceDescriptorFactory;

/** The table service with nothing but STIL, in memory. Safe for concurrent use. */
public final class StilTables implements TableService {

    private static final StoragePolicy MEMORY = StoragePolicy.PREFER_MEMORY;

    @Override
    public StarTable open(Path file, String format, IProgressMonitor monitor) throws InputException {
        return openFile(file, format, monitor).tables().get(0);
    }

    @Override
    public TableFile openFile(Path file, String format, IProgressMonitor monitor) throws InputException {
        check(monitor);
        if (!Files.isRegularFile(file)) {
            throw new InputException("'" + file + "' does not exist");
        }
        StarTableFactory factory = new StarTableFactory();
        factory.setStoragePolicy(MEMORY);
        @Nullable String handler = format.isEmpty() ? null : format;
        try {
            List<StarTable> tables = new ArrayList<>();
            for (StarTable table :
                    Tables.tableArray(factory.makeStarTables(new FileDataSource(file.toFile()), handler))) {
                tables.add(Tables.randomTable(table));
            }
            if (tables.isEmpty()) {
                throw new InputException("'" + file + "' holds no table");
            }
            return new TableFile(format.isEmpty() ? "auto" : format, tables, document(file));
        } catch (IOException e) {
            throw new InputException("'" + file + "' is no table: " + e.getMessage(), e);
        }
    }

    private Optional<VotableDocument> document(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(read(in, file.toString()));
        } catch (ProtocolException e) {
            return Optional.empty(); // a table in another format
        }
    }

    @Override
    public VotableDocument readVotable(InputStream stream, String source, IProgressMonitor monitor)
            throws ProtocolException {
        check(monitor);
        try {
            return read(stream, source);
        } catch (ProtocolException e) {
            check(monitor); // the stream ends when the call is cancelled
            throw e;
        }
    }

    private static VotableDocument read(InputStream stream, String source) throws ProtocolException {
        try {
            VOElement root = new VOElementFactory(MEMORY).makeVOElement(stream, source);
            if (!root.getVOTagName().equals("VOTABLE")) {
                throw new ProtocolException(source + " is no VOTable: it is <" + root.getTagName() + ">");
            }
            List<StarTable> tables = new ArrayList<>();
            NodeList found = root.getElementsByVOTagName("TABLE");
            for (int i = 0; i < found.getLength(); i++) {
                tables.add(Tables.randomTable(new VOStarTable((TableElement) found.item(i))));
            }
            List<Info> infos = new ArrayList<>();
            NodeList notes = root.getElementsByVOTagName("INFO");
            for (int i = 0; i < notes.getLength(); i++) {
                VOElement info = (VOElement) notes.item(i);
                String text = info.getTextContent();
                infos.add(new Info(info.getAttribute("name"), info.getAttribute("value"), text == null ? "" : text));
            }
            return new VotableDocument(
                    tables, List.of(new ServiceDescriptorFactory().readAllServiceDescriptors(root)), infos);
        } catch (IOException | SAXException e) {
            throw new ProtocolException(source + " is no VOTable: " + e.getMessage(), e);
        }
    }

    @Override
    public VotableDocument scanVotable(InputStream stream, String source, LongConsumer rows, IProgressMonitor monitor)
            throws ProtocolException {
        VotableDocument document = readVotable(stream, source, monitor);
        document.table().ifPresent(table -> rows.accept(table.getRowCount()));
        return document;
    }

    @Override
    public void save(StarTable table, Path file, String format, IProgressMonitor monitor) throws InputException {
        check(monitor);
        try {
            StarTableOutput output = new StarTableOutput();
            output.writeStarTable(table, file.toString(), format.isEmpty() ? StarTableOutput.AUTO_HANDLER : format);
        } catch (IOException e) {
            throw new InputException("'" + file + "' cannot be written: " + e.getMessage(), e);
        }
    }

    private static void check(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    @Override
    public String inputFormat(String format) {
        return format;
    }

    @Override
    public String outputFormat(Path file, String format) {
        return format;
    }

    @Override
    public List<String> inputFormats() {
        return new StarTableFactory().getKnownFormats();
    }

    @Override
    public List<String> outputFormats() {
        return new StarTableOutput().getKnownFormats();
    }
}

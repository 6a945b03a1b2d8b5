package org.volans.table.internal;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.table.TableFile;
import org.volans.api.table.TableFormat;
import org.volans.api.table.TableService;
import org.volans.api.table.VotableDocument;
import uk.ac.starlink.fits.Unmapper;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;

/** Tables through STIL: small ones in memory, big ones in temporary files that go when the tables go. */
@Component
public final class TableProvider implements TableService {

    /** Held, because a logger that nobody holds forgets its level. */
    private final Logger library = Logger.getLogger("uk.ac.starlink");

    private final VotableReader votables;
    private final TableOpener opener;
    private final TableSaver saver;

    /**
     * Dynamic: a format that comes later must not restart everything that reads tables. Not the formats themselves: their
     * bundles start only when a file is none of the library's own formats.
     */
    @Reference(
            service = TableFormat.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ComponentServiceObjects<TableFormat>> services = List.of();

    /** Each is got once: every further getting would be counted and kept. */
    private final Map<ComponentServiceObjects<TableFormat>, TableFormat> started = new ConcurrentHashMap<>();

    private final List<TableFormat> given;

    /** Makes the service. */
    @Activate
    public TableProvider() {
        this(List.of());
    }

    /** With formats, for tests. */
    TableProvider(List<TableFormat> formats) {
        given = List.copyOf(formats);
        keepMapped();
        // what matters to the user is thrown; the library's remarks on the way would spoil standard error
        library.setLevel(Level.OFF);
        StoragePolicy policy = StoragePolicy.ADAPTIVE;
        votables = new VotableReader(policy);
        opener = new TableOpener(policy, votables, this::formats);
        saver = new TableSaver(this::formats);
    }

    /**
     * Leaves unmapping files to the garbage collector. The library would unmap one when its last row access is closed,
     * also while another thread is just opening the next: what that reads then ends the JVM.
     */
    private static void keepMapped() {
        if (System.getProperty(Unmapper.UNMAP_PROPERTY) == null) {
            System.setProperty(Unmapper.UNMAP_PROPERTY, "none");
        }
    }

    /** Starts those who bring formats. */
    private List<TableFormat> formats() {
        List<ComponentServiceObjects<TableFormat>> now = services;
        started.keySet().retainAll(now);
        return Stream.concat(
                        given.stream(),
                        // none when it goes in this very moment
                        now.stream().map(this::started).flatMap(Optional::stream))
                .toList();
    }

    private Optional<TableFormat> started(ComponentServiceObjects<TableFormat> service) {
        return Optional.ofNullable(started.computeIfAbsent(service, ComponentServiceObjects::getService));
    }

    @Override
    public StarTable open(Path file, String format, IProgressMonitor monitor) throws InputException {
        return opener.open(file, format, monitor);
    }

    @Override
    public TableFile openFile(Path file, String format, IProgressMonitor monitor) throws InputException {
        return opener.openFile(file, format, monitor);
    }

    @Override
    public VotableDocument readVotable(InputStream stream, String source, IProgressMonitor monitor)
            throws ProtocolException {
        return votables.read(stream, source, VotableFilter::noHref, monitor);
    }

    @Override
    public VotableDocument scanVotable(InputStream stream, String source, LongConsumer rows, IProgressMonitor monitor)
            throws ProtocolException {
        return VotableReader.counting(rows).read(stream, source, VotableFilter::noHref, monitor);
    }

    @Override
    public void save(StarTable table, Path file, String format, IProgressMonitor monitor) throws InputException {
        saver.save(table, file, format, monitor);
    }

    @Override
    public String inputFormat(String format) throws InputException {
        return opener.format(format);
    }

    @Override
    public String outputFormat(Path file, String format) throws InputException {
        return saver.format(file, format);
    }

    @Override
    public List<String> inputFormats() {
        return Stream.concat(InputFormats.names().stream(), formats().stream().map(TableFormat::name))
                .toList();
    }

    @Override
    public List<String> outputFormats() {
        return saver.formats();
    }
}

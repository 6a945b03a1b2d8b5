package org.volans.table.internal;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.table.TableService;
import org.volans.api.table.VotableDocument;
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

    /** Makes the service. */
    @Activate
    public TableProvider() {
        // what matters to the user is thrown; the library's remarks on the way would spoil standard error
        library.setLevel(Level.OFF);
        StoragePolicy policy = StoragePolicy.ADAPTIVE;
        votables = new VotableReader(policy);
        opener = new TableOpener(policy, votables);
        saver = new TableSaver();
    }

    @Override
    public StarTable open(Path file, String format, IProgressMonitor monitor) throws InputException {
        return opener.open(file, format, monitor);
    }

    @Override
    public VotableDocument readVotable(InputStream stream, String source, IProgressMonitor monitor)
            throws ProtocolException {
        return votables.read(stream, source, VotableFilter::noHref, monitor);
    }

    @Override
    public void save(StarTable table, Path file, String format, IProgressMonitor monitor) throws InputException {
        saver.save(table, file, format, monitor);
    }

    @Override
    public List<String> inputFormats() {
        return InputFormats.names();
    }

    @Override
    public List<String> outputFormats() {
        return TableSaver.formats();
    }
}

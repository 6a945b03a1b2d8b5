package org.volans.sed.internal;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.table.TableFile;
import org.volans.api.table.TableService;
import org.volans.api.table.VotableDocument;
import uk.ac.starlink.table.StarTable;

/** A table service that must not be asked. */
final class NoTables implements TableService {

    @Override
    public TableFile openFile(Path file, String format, IProgressMonitor monitor) {
        throw new AssertionError("nothing is opened here");
    }

    @Override
    public StarTable open(Path file, String format, IProgressMonitor monitor) {
        throw new AssertionError("nothing is opened here");
    }

    @Override
    public VotableDocument scanVotable(InputStream stream, String source, LongConsumer rows, IProgressMonitor monitor) {
        throw new AssertionError("nothing is read here");
    }

    @Override
    public VotableDocument readVotable(InputStream stream, String source, IProgressMonitor monitor) {
        throw new AssertionError("nothing is read here");
    }

    @Override
    public void save(StarTable table, Path file, String format, IProgressMonitor monitor) {
        throw new AssertionError("nothing is saved here");
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
        return List.of();
    }

    @Override
    public List<String> outputFormats() {
        return List.of();
    }
}

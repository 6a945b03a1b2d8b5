package org.volans.samp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.table.TableFile;
import org.volans.api.table.TableService;
import org.volans.api.table.VotableDocument;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableOutput;

/** Writes by STIL itself, and says of every file that it has so many tables. */
final class StilTables implements TableService {

    int inFile = 1;

    @Override
    public StarTable open(Path file, String format, IProgressMonitor monitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TableFile openFile(Path file, String format, IProgressMonitor monitor) {
        StarTable table = new RowListStarTable(new ColumnInfo[0]);
        return new TableFile("fits", Collections.nCopies(inFile, table), Optional.empty());
    }

    @Override
    public VotableDocument readVotable(InputStream stream, String source, IProgressMonitor monitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public VotableDocument scanVotable(InputStream stream, String source, LongConsumer rows, IProgressMonitor monitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save(StarTable table, Path file, String format, IProgressMonitor monitor) throws InputException {
        try {
            new StarTableOutput().writeStarTable(table, file.toString(), format);
        } catch (IOException e) {
            throw new InputException("cannot write " + file, e);
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
        return List.of();
    }

    @Override
    public List<String> outputFormats() {
        return List.of();
    }
}

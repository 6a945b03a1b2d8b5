package org.volans.tap.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.ProtocolException;
import org.volans.api.VoException;
import org.volans.api.io.WholeFile;
import org.volans.api.net.HttpAnswer;
import org.volans.api.table.TableService;
import org.volans.api.table.VotableDocument;
import org.volans.api.tap.TapStored;
import uk.ac.starlink.table.StarTable;

/** Writes an answer to a file while it arrives, counting rows and looking for an error on the way. */
final class StoredAnswer {

    private static final int BUFFER = 1 << 16;

    private final HttpAnswer answer;
    private final AnswerReader reader;
    private final TableService tables;
    private final IProgressMonitor monitor;

    /** @param answer closed by the caller */
    StoredAnswer(HttpAnswer answer, AnswerReader reader, TableService tables, IProgressMonitor monitor) {
        this.answer = answer;
        this.reader = reader;
        this.tables = tables;
        this.monitor = monitor;
    }

    TapStored into(Path target) throws VoException {
        InputStream body = reader.xml();
        try (WholeFile whole = WholeFile.begin(target)) {
            TapStored stored;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole.part()), BUFFER)) {
                stored = receive(body, out, whole, target);
            } catch (IOException e) {
                throw whole.fault(e); // opening and closing; all between is told apart below
            }
            whole.keep();
            return stored;
        }
    }

    private TapStored receive(InputStream body, OutputStream out, WholeFile whole, Path target) throws VoException {
        AtomicLong rows = new AtomicLong();
        CopyingStream copy = new CopyingStream(body, out, rows::get, monitor);
        VotableDocument document;
        try {
            document = tables.scanVotable(copy, Endpoints.shown(answer.uri()), rows::set, monitor);
            copy.transferTo(OutputStream.nullOutputStream()); // what stands behind the document belongs to the answer
        } catch (ProtocolException | IOException e) {
            IOException disk = copy.diskFault();
            throw disk == null ? reader.broken(e) : whole.fault(disk);
        }
        reader.throwIfCancelled();
        Queries.throwIfError(document, answer);
        StarTable table = document.table().orElseThrow(() -> Queries.noTable(answer));
        return new TapStored(target, copy.bytes(), table.getRowCount(), document.overflow());
    }
}

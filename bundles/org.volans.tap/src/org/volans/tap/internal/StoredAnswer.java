package org.volans.tap.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ProtocolException;
import org.volans.api.VoException;
import org.volans.api.io.WholeFile;
import org.volans.api.net.HttpAnswer;
import org.volans.api.table.TableService;
import org.volans.api.table.VotableDocument;
import org.volans.api.tap.TapStored;
import org.xml.sax.SAXException;
import uk.ac.starlink.table.StarTable;

/**
 * Writes an answer to a file while it arrives, counting rows and looking for an error on the way. What the quick look
 * cannot make sense of is read again from the disk by the table service, which forgives more and says best what is
 * wrong.
 */
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
            VotableScan scan = new VotableScan();
            long bytes;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole.part()), BUFFER)) {
                bytes = receive(new CopyingStream(body, out, scan::rows, monitor), scan, whole);
            } catch (IOException e) {
                throw whole.fault(e); // opening and closing; all between is told apart below
            }
            reader.throwIfCancelled();
            TapStored stored = judge(scan, whole.part(), target, bytes);
            whole.keep();
            return stored;
        }
    }

    private long receive(CopyingStream copy, VotableScan scan, WholeFile whole) throws VoException {
        try {
            try {
                scan.read(copy);
            } catch (SAXException | ParserConfigurationException e) {
                scan.giveUp();
            } catch (OperationCanceledException e) {
                throw e;
            } catch (RuntimeException e) {
                scan.giveUp(); // the library trips over attributes that are no numbers and the like
            }
            copy.transferTo(OutputStream.nullOutputStream());
            return copy.bytes();
        } catch (IOException e) {
            IOException disk = copy.diskFault();
            throw disk == null ? reader.broken(e) : whole.fault(disk);
        }
    }

    private TapStored judge(VotableScan scan, Path part, Path target, long bytes) throws VoException {
        if (!scan.understood()) {
            return readAgain(part, target, bytes);
        }
        VotableDocument told = new VotableDocument(List.of(), List.of(), scan.infos());
        Queries.throwIfError(told, answer);
        if (scan.tables() == 0) {
            throw Queries.noTable(answer);
        }
        return new TapStored(target, bytes, scan.rows(), told.overflow());
    }

    private TapStored readAgain(Path part, Path target, long bytes) throws VoException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(part), BUFFER)) {
            VotableDocument document = tables.readVotable(in, Endpoints.shown(answer.uri()), monitor);
            Queries.throwIfError(document, answer);
            StarTable table = document.table().orElseThrow(() -> Queries.noTable(answer));
            return new TapStored(target, bytes, table.getRowCount(), document.overflow());
        } catch (ProtocolException e) {
            throw reader.broken(e);
        } catch (IOException e) {
            throw new ProtocolException(
                    "the answer of " + Endpoints.shown(answer.uri()) + " cannot be read back: " + e.getMessage(), e);
        }
    }
}

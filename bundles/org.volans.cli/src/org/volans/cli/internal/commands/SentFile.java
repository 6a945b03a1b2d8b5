package org.volans.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliContext;
import org.volans.api.io.Folders;
import org.volans.api.io.WholeFile;
import org.volans.api.samp.SampReply;
import org.volans.api.table.TableService;
import uk.ac.starlink.table.StarTable;

/**
 * A VOTable that others are told of, in a folder of its own: it stays for those who took it, who may read it long after they have
 * answered, and goes when nobody did.
 */
final class SentFile implements AutoCloseable {

    private final Path file;
    private final CliContext context;
    private boolean kept;

    private SentFile(Path file, CliContext context) {
        this.file = file;
        this.context = context;
    }

    /** Writes it. */
    static SentFile of(StarTable table, TableService tables, CliContext context) throws VoException {
        try {
            SentFile sent =
                    new SentFile(Files.createTempDirectory("volans-sent-").resolve("table.vot"), context);
            try {
                tables.save(table, sent.file, "votable", context.monitor());
                return sent;
            } catch (VoException | RuntimeException e) {
                sent.close();
                throw e;
            }
        } catch (IOException e) {
            throw new OutputException("cannot write a temporary file: " + WholeFile.reason(e), e);
        }
    }

    Path path() {
        return file;
    }

    /** It stays if somebody took it. */
    void keepFor(Collection<SampReply> replies) {
        kept = replies.stream().anyMatch(reply -> !(reply instanceof SampReply.Failed));
        if (kept) {
            context.err().println("sent as " + file);
        }
    }

    @Override
    public void close() throws OutputException {
        if (!kept) {
            try {
                Folders.delete(file.getParent());
            } catch (IOException e) {
                throw new OutputException("cannot remove '" + file.getParent() + "': " + WholeFile.reason(e), e);
            }
        }
    }
}

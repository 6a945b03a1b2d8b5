package org.volans.samp.internal;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.io.WholeFile;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampRecorder;

/** A recording that is being written. Each exchange is in the file as soon as it has ended. Safe for concurrent use. */
final class RecordingFile implements SampRecorder.Recording {

    private final Path file;
    private final Consumer<RecordingFile> closed;
    private final BufferedWriter out;
    private long exchanges;
    private @Nullable IOException fault;

    /** @throws InputException when the file exists or cannot be written */
    RecordingFile(Path file, Consumer<RecordingFile> closed) throws InputException {
        this.file = file;
        this.closed = closed;
        try {
            out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new OutputException("cannot write '" + file + "': it exists", e);
        } catch (NoSuchFileException e) {
            throw new OutputException(
                    "cannot write '" + file + "': there is no folder '"
                            + file.toAbsolutePath().getParent() + "'",
                    e);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private OutputException unwritable(IOException cause) {
        return new OutputException("cannot write '" + file + "': " + WholeFile.reason(cause), cause);
    }

    /** Writes an exchange; what goes wrong is told when it is closed. */
    synchronized void write(SampExchange exchange) {
        if (fault != null) {
            return; // the disk may be full: a line in the middle must not be missing
        }
        try {
            out.write(ExchangeJson.line(exchange));
            out.newLine();
            out.flush();
            exchanges++;
        } catch (IOException e) {
            fault = e;
        }
    }

    @Override
    public synchronized long exchanges() {
        return exchanges;
    }

    @Override
    public void close() throws InputException {
        closed.accept(this);
        synchronized (this) {
            IOException failed = fault;
            try {
                out.close();
            } catch (IOException e) {
                failed = failed == null ? e : failed;
            }
            if (failed != null) {
                throw unwritable(failed);
            }
        }
    }

    /** See {@link SampRecorder#read}. */
    static List<SampExchange> read(Path file) throws InputException {
        List<SampExchange> exchanges = new ArrayList<>();
        long number = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    exchanges.add(ExchangeJson.read(number, line));
                }
            }
            return exchanges;
        } catch (CharacterCodingException e) {
            throw new InputException("'" + file + "' is no recording: it holds bytes that are no text", e);
        } catch (IOException e) {
            throw new InputException("cannot read '" + file + "': " + WholeFile.reason(e), e);
        } catch (IllegalArgumentException e) {
            throw new InputException("'" + file + "' is no recording: line " + number + ": " + e.getMessage(), e);
        }
    }
}

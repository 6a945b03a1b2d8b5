package org.volans.image.internal.fits;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.InputException;

/** An open FITS file whose headers have been read. Not safe for concurrent use. */
public final class FitsSource implements Closeable {

    private static final int MOST_CARDS = 200_000;

    private final Path file;
    private final Path unpacked;
    private final FileChannel channel;
    private final List<FitsHdu> hdus;

    private FitsSource(Path file, Path unpacked, FileChannel channel, List<FitsHdu> hdus) {
        this.file = file;
        this.unpacked = unpacked;
        this.channel = channel;
        this.hdus = hdus;
    }

    /**
     * Opens a file; one that is gzipped as a whole is unpacked beside the system's temporary files until closed.
     *
     * @throws InputException when it is missing, unreadable, no FITS or truncated
     */
    public static FitsSource open(Path file) throws InputException {
        Path unpacked = file;
        FileChannel channel = null;
        try {
            unpacked = unpack(file);
            channel = FileChannel.open(unpacked, StandardOpenOption.READ);
            return new FitsSource(file, unpacked, channel, scan(channel));
        } catch (IOException e) {
            InputException fault = fault(file, e);
            try {
                if (channel != null) {
                    channel.close();
                }
                if (unpacked != file) {
                    Files.deleteIfExists(unpacked);
                }
            } catch (IOException second) {
                fault.addSuppressed(second);
            }
            throw fault;
        }
    }

    /** The user's line for a fault while reading. */
    public static InputException fault(Path file, IOException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof NoSuchFileException) {
            return new InputException("there is no file " + file, e);
        }
        if (e instanceof FitsFault) {
            return new InputException(file + " " + message, e);
        }
        if (e instanceof java.io.EOFException || e instanceof ZipException) {
            return new InputException(file + " is damaged or cut short (" + message + "); fetch it again", e);
        }
        return new InputException("cannot read " + file + ": " + message, e);
    }

    private static Path unpack(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FitsFault("is a folder, not a FITS file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(2);
            if (magic.length < 2 || (magic[0] & 0xff) != 0x1f || (magic[1] & 0xff) != 0x8b) {
                return file;
            }
        }
        Path whole = Files.createTempFile("volans", ".fits");
        try (InputStream in =
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), 1 << 16)) {
            Files.copy(in, whole, StandardCopyOption.REPLACE_EXISTING);
            return whole;
        } catch (IOException e) {
            Files.deleteIfExists(whole);
            throw e;
        }
    }

    private static List<FitsHdu> scan(FileChannel channel) throws IOException {
        long size = channel.size();
        List<FitsHdu> hdus = new ArrayList<>();
        long at = 0;
        while (at < size) {
            ByteBuffer block = ByteBuffer.allocate(FitsHeader.BLOCK);
            int got = readFully(channel, block, at);
            String begin = new String(block.array(), 0, Math.min(got, 8), StandardCharsets.ISO_8859_1);
            if (hdus.isEmpty() && !begin.startsWith("SIMPLE")) {
                throw notFits(new String(block.array(), 0, got, StandardCharsets.ISO_8859_1));
            }
            if (!hdus.isEmpty() && !begin.startsWith("XTENSION")) {
                // special records or junk after the last unit, which FITS 4.0 (section 3.5) lets readers pass over
                break;
            }
            List<String> cards = new ArrayList<>();
            at = readCards(channel, at, cards);
            FitsHeader header = new FitsHeader(cards);
            long length = dataLength(header);
            if (length > size - at) {
                throw new FitsFault("is truncated: unit " + hdus.size() + " needs " + length + " bytes of data, "
                        + Math.max(0, size - at) + " are there; fetch it again");
            }
            hdus.add(new FitsHdu(hdus.size(), header, at, length));
            at += (length + FitsHeader.BLOCK - 1) / FitsHeader.BLOCK * FitsHeader.BLOCK;
        }
        if (hdus.isEmpty()) {
            throw new FitsFault("is empty, not a FITS file");
        }
        return List.copyOf(hdus);
    }

    private static FitsFault notFits(String begin) {
        String start = begin.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<")) {
            String kind = start.contains("<html") ? "a web page" : start.contains("votable") ? "a VOTable" : "XML";
            return new FitsFault("is " + kind + ", not a FITS file; perhaps a server's error message was saved");
        }
        return new FitsFault("is no FITS file: it does not begin with SIMPLE");
    }

    /** Reads cards up to END; gives the offset of the data. */
    private static long readCards(FileChannel channel, long from, List<String> cards) throws IOException {
        long at = from;
        ByteBuffer block = ByteBuffer.allocate(FitsHeader.BLOCK);
        while (cards.size() < MOST_CARDS) {
            block.clear();
            int got = readFully(channel, block, at);
            String text = new String(block.array(), 0, got, StandardCharsets.ISO_8859_1);
            for (int i = 0; i + FitsHeader.CARD <= got; i += FitsHeader.CARD) {
                String card = text.substring(i, i + FitsHeader.CARD);
                if (FitsHeader.keyword(card).equals("END") && card.substring(3).isBlank()) {
                    return at + FitsHeader.BLOCK;
                }
                cards.add(card);
            }
            if (got < FitsHeader.BLOCK) {
                throw new FitsFault("is truncated: its header has no END; fetch it again");
            }
            at += FitsHeader.BLOCK;
        }
        throw new FitsFault("is no usable FITS file: a header has no END within " + MOST_CARDS + " cards");
    }

    private static long dataLength(FitsHeader header) throws FitsFault {
        long naxis = header.integer("NAXIS", 0);
        if (naxis <= 0) {
            return 0;
        }
        boolean groups = header.isTrue("GROUPS") && header.integer("NAXIS1", 0) == 0;
        try {
            long pixels = 1;
            for (int i = groups ? 2 : 1; i <= Math.min(naxis, 999); i++) {
                pixels = Math.multiplyExact(pixels, Math.max(0, header.integer("NAXIS" + i, 0)));
            }
            long all = Math.multiplyExact(
                    Math.max(1, header.integer("GCOUNT", 1)),
                    Math.addExact(Math.max(0, header.integer("PCOUNT", 0)), pixels));
            return Math.multiplyExact(all, Math.abs(header.integer("BITPIX", 8)) / 8);
        } catch (ArithmeticException e) {
            throw new FitsFault("is no usable FITS file: its axes are impossibly long");
        }
    }

    private static int readFully(FileChannel channel, ByteBuffer into, long at) throws IOException {
        int start = into.position();
        while (into.hasRemaining()) {
            int got = channel.read(into, at + into.position() - start);
            if (got < 0) {
                break;
            }
        }
        return into.position() - start;
    }

    /** Fills a buffer from an offset. */
    void read(ByteBuffer into, long at) throws IOException {
        int wanted = into.remaining();
        int got;
        try {
            got = readFully(channel, into, at);
        } catch (ClosedByInterruptException e) {
            // whoever interrupts a reading thread cancels it
            throw new OperationCanceledException();
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            // said here, so that whoever copies pixels does not take it for a fault of the target
            throw new FitsFault("cannot be read: " + e.getMessage());
        }
        if (got < wanted) {
            throw new FitsFault("is truncated: it ends within its pixels; fetch it again");
        }
    }

    /** All units in order. */
    public List<FitsHdu> hdus() {
        return hdus;
    }

    /** The file as the caller named it. */
    public Path file() {
        return file;
    }

    /**
     * A unit by number.
     *
     * @throws InputException when the file has changed since it was opened and has no such image any more
     */
    public FitsHdu image(int number) throws InputException {
        try {
            if (number < hdus.size() && hdus.get(number).isImage()) {
                return hdus.get(number);
            }
        } catch (FitsFault e) {
            throw fault(file, e);
        }
        throw new InputException(file + " has no image in unit " + number + " any more");
    }

    /** Whether it can still be read: a thread that is interrupted while reading closes it for all. */
    boolean isOpen() {
        return channel.isOpen();
    }

    /** The same file, opened again. */
    FitsSource reopened() throws IOException {
        return new FitsSource(file, unpacked, FileChannel.open(unpacked, StandardOpenOption.READ), hdus);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (unpacked != file) {
            Files.deleteIfExists(unpacked);
        }
    }
}

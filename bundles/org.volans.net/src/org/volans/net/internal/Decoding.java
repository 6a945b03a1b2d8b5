package org.volans.net.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Undoes a Content-Encoding (RFC 9110, section 8.4.1) on the first read, because looking at the first bytes would block
 * the one who only wants the head. Methanol's decoders are not used: they are found by a service loader that sees no
 * bundle.
 */
final class Decoding extends FilterInputStream {

    private final String encoding;
    private @Nullable InputStream decoder;

    Decoding(InputStream raw, String encoding) {
        super(raw);
        this.encoding = encoding.strip().toLowerCase(Locale.ROOT);
    }

    private InputStream decoder() throws IOException {
        InputStream stream = decoder;
        if (stream == null) {
            stream = open();
            decoder = stream;
        }
        return stream;
    }

    private InputStream open() throws IOException {
        PushbackInputStream raw = new PushbackInputStream(in, 2);
        byte[] start = raw.readNBytes(2);
        raw.unread(start);
        if (start.length < 2) {
            return raw; // HEAD, 204 and the like name an encoding and send nothing
        }
        int first = start[0] & 0xff;
        int second = start[1] & 0xff;
        if (encoding.endsWith("gzip")) {
            // Some servers name the encoding and send plain text all the same.
            return first == 0x1f && second == 0x8b ? new GZIPInputStream(raw, 1 << 14) : raw;
        }
        if (encoding.equals("deflate")) {
            // RFC 9110 means zlib's format; some servers send bare deflate.
            boolean zlib = (first & 0x0f) == 8 && ((first << 8) + second) % 31 == 0;
            return new InflaterInputStream(raw, new Inflater(!zlib), 1 << 14);
        }
        return raw;
    }

    @Override
    public int read() throws IOException {
        return decoder().read();
    }

    @Override
    @NonNullByDefault({})
    public int read(byte[] target, int offset, int length) throws IOException {
        return decoder().read(target, offset, length);
    }

    @Override
    public long skip(long n) throws IOException {
        return decoder().skip(n);
    }

    @Override
    public int available() throws IOException {
        return decoder == null ? 0 : decoder().available();
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

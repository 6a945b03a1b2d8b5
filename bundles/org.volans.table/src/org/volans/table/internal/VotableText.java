package org.volans.table.internal;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.ProtocolException;
import org.xml.sax.InputSource;

/**
 * The text of a VOTable document as an XML parser takes it: decompressed, from its beginning on, and with a replacement
 * character for what is not of the encoding that the document claims or not allowed in XML. A stray byte in somebody's
 * description must not cost a whole result.
 */
final class VotableText {

    private static final Pattern START = Pattern.compile("<\\?xml|<!|<([\\w.-]+:)?VOTABLE[\\s>]");
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

    private final MonitoredStream bytes;
    private final InputSource input;

    /**
     * @param source names the origin in messages
     * @throws ProtocolException when it is something else
     */
    VotableText(InputStream stream, String source, IProgressMonitor monitor) throws IOException, ProtocolException {
        BufferedInputStream in = unzipped(new MonitoredStream(stream, monitor));
        byte[] start = peek(in, Beginning.LENGTH);
        Beginning beginning = Beginning.of(start);
        if (beginning.kind() == Beginning.Kind.EMPTY) {
            throw new ProtocolException(source + ": the answer is empty where a VOTable was expected");
        }
        if (beginning.kind() != Beginning.Kind.VOTABLE) {
            throw new ProtocolException(source + ": the answer is " + beginning.words()
                    + (beginning.words().endsWith("a VOTable") ? "" : ", not a VOTable"));
        }
        // the first one stops the search for the beginning, this one knows what the parser has asked for
        bytes = new MonitoredStream(in, monitor);
        input = input(in, new String(start, StandardCharsets.ISO_8859_1));
    }

    /** For the parser. */
    InputSource input() {
        return input;
    }

    /** Whether the parser has asked for more than there was. */
    boolean exhausted() {
        return bytes.exhausted();
    }

    private static BufferedInputStream unzipped(InputStream stream) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stream, 1 << 16);
        byte[] magic = peek(in, 2);
        boolean zipped = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
        return zipped ? new BufferedInputStream(new GZIPInputStream(in), 1 << 16) : in;
    }

    private static byte[] peek(BufferedInputStream in, int length) throws IOException {
        in.mark(length + 1);
        byte[] bytes = in.readNBytes(length);
        in.reset();
        return bytes;
    }

    /** Skips what stands before the document: blank lines, a byte order mark, warnings of a script. */
    private InputSource input(InputStream in, String start) throws IOException {
        Matcher matcher = START.matcher(start);
        if (!matcher.find()) {
            return new InputSource(bytes); // two bytes to a character: the parser knows how
        }
        in.skipNBytes(matcher.start());
        Matcher encoding = ENCODING.matcher(start.substring(matcher.start()));
        String name = encoding.find() ? encoding.group(1) : "UTF-8";
        if (name.equalsIgnoreCase("US-ASCII")
                || name.toUpperCase(java.util.Locale.ROOT).startsWith("UTF-16")) {
            name = "UTF-8"; // the letters were found one to a byte, so it is not what it says
        }
        boolean known = Charset.isSupported(name);
        Reader reader = new InputStreamReader(bytes, known ? Charset.forName(name) : StandardCharsets.UTF_8);
        return new InputSource(new Allowed(reader));
    }

    /** Replaces the control characters that XML 1.0 (section 2.2) does not allow. */
    private static final class Allowed extends FilterReader {

        Allowed(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            return next >= 0 && !allowed((char) next) ? '\uFFFD' : next;
        }

        @Override
        @NonNullByDefault({})
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, length);
            for (int i = offset; i < offset + count; i++) {
                if (!allowed(buffer[i])) {
                    buffer[i] = '\uFFFD';
                }
            }
            return count;
        }

        private static boolean allowed(char c) {
            return c >= ' ' && c < '\uFFFE' || c == '\n' || c == '\t' || c == '\r';
        }
    }
}

package org.volans.table.ui.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentDescriber;
import org.eclipse.core.runtime.content.IContentDescription;
import org.eclipse.core.runtime.content.ITextContentDescriber;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** Tells files that hold tables from others with the same ending, by their first bytes. */
@NonNullByDefault({})
public final class TableContent {

    private static final int BEGINNING = 8192;

    private TableContent() {}

    /** XML whose root is a VOTABLE. */
    public static final class Votable implements ITextContentDescriber {

        private static final Pattern ROOT = Pattern.compile("<([\\w.-]+:)?VOTABLE[\\s>]");

        @Override
        public int describe(InputStream contents, IContentDescription description) throws IOException {
            String start = new String(contents.readNBytes(BEGINNING), StandardCharsets.UTF_8).replace("\0", "");
            return ROOT.matcher(start).find() ? VALID : INVALID;
        }

        @Override
        public int describe(Reader contents, IContentDescription description) throws IOException {
            char[] start = new char[BEGINNING];
            int length = Math.max(0, contents.read(start));
            return ROOT.matcher(new String(start, 0, length)).find() ? VALID : INVALID;
        }

        @Override
        public QualifiedName[] getSupportedOptions() {
            return new QualifiedName[] {IContentDescription.CHARSET, IContentDescription.BYTE_ORDER_MARK};
        }
    }

    /**
     * FITS, compressed as a whole or not, whose primary HDU has no image and is followed by a table (FITS 4.0, sections 3.1 and
     * 7) that is no image in tiles (section 10.1), or holds the VOTable metadata of STIL's "fits-plus".
     */
    public static final class FitsTable implements IContentDescriber {

        private static final int BLOCK = 2880;
        private static final int CARD = 80;
        private static final int MOST_BLOCKS = 50;
        private static final Pattern TABLE = Pattern.compile("XTENSION= '(BINTABLE|TABLE|A3DTABLE) *'.*");

        @Override
        public int describe(InputStream contents, IContentDescription description) throws IOException {
            InputStream in = unpacked(contents);
            List<String> primary = header(in);
            if (primary.isEmpty() || !primary.getFirst().startsWith("SIMPLE  =")) {
                return INVALID;
            }
            if (has(primary, "VOTMETA =\\s+T.*")) {
                return VALID;
            }
            if (!has(primary, "NAXIS   =\\s*0.*")) {
                return INVALID;
            }
            List<String> extension = header(in);
            boolean table =
                    !extension.isEmpty() && TABLE.matcher(extension.getFirst()).matches();
            return table && !has(extension, "ZIMAGE  =\\s+T.*") ? VALID : INVALID;
        }

        private static InputStream unpacked(InputStream contents) throws IOException {
            PushbackInputStream in = new PushbackInputStream(contents, 2);
            byte[] magic = in.readNBytes(2);
            in.unread(magic);
            boolean zipped = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
            return zipped ? new GZIPInputStream(in) : in;
        }

        private static boolean has(List<String> cards, String regex) {
            return cards.stream().anyMatch(card -> card.matches(regex));
        }

        /** The cards before END; none when there is no END. */
        private static List<String> header(InputStream in) throws IOException {
            List<String> cards = new ArrayList<>();
            for (int block = 0; block < MOST_BLOCKS; block++) {
                String text = new String(in.readNBytes(BLOCK), StandardCharsets.ISO_8859_1);
                for (int at = 0; at + CARD <= text.length(); at += CARD) {
                    String card = text.substring(at, at + CARD);
                    if (card.startsWith("END     ")) {
                        return cards;
                    }
                    cards.add(card);
                }
                if (text.length() < BLOCK || !cards.getFirst().matches("(SIMPLE  |XTENSION)=.*")) {
                    break;
                }
            }
            return List.of();
        }

        @Override
        public QualifiedName[] getSupportedOptions() {
            return new QualifiedName[0];
        }
    }

    /** Parquet by its four letters. */
    public static final class Parquet implements IContentDescriber {

        @Override
        public int describe(InputStream contents, IContentDescription description) throws IOException {
            return new String(contents.readNBytes(4), StandardCharsets.US_ASCII).equals("PAR1") ? VALID : INVALID;
        }

        @Override
        public QualifiedName[] getSupportedOptions() {
            return new QualifiedName[0];
        }
    }
}

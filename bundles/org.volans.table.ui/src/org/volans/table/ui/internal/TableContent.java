package org.volans.table.ui.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
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
     * FITS whose primary HDU has no image and is followed by a table (FITS 4.0, sections 3.1 and 7), or holds the VOTable
     * metadata of STIL's "fits-plus".
     */
    public static final class FitsTable implements IContentDescriber {

        private static final int BLOCK = 2880;
        private static final int CARD = 80;
        private static final int MOST_BLOCKS = 50;

        @Override
        public int describe(InputStream contents, IContentDescription description) throws IOException {
            String start = text(contents);
            if (!start.startsWith("SIMPLE  =")) {
                return INVALID;
            }
            int axes = -1;
            for (int blocks = 0; blocks < MOST_BLOCKS && !start.isEmpty(); blocks++) {
                for (int at = 0; at + CARD <= start.length(); at += CARD) {
                    String card = start.substring(at, at + CARD);
                    if (card.startsWith("VOTMETA =") && card.indexOf('T', 9) > 0) {
                        return VALID;
                    }
                    if (card.startsWith("NAXIS   =")) {
                        axes = card.substring(9).strip().startsWith("0") ? 0 : 1;
                    }
                    if (card.startsWith("END     ")) {
                        return axes == 0 ? extension(text(contents)) : INVALID;
                    }
                }
                start = text(contents);
            }
            return INVALID;
        }

        private static int extension(String start) {
            return start.startsWith("XTENSION= 'BINTABLE'")
                            || start.startsWith("XTENSION= 'TABLE")
                            || start.startsWith("XTENSION= 'A3DTABLE'")
                    ? VALID
                    : INVALID;
        }

        private static String text(InputStream contents) throws IOException {
            return new String(contents.readNBytes(BLOCK), StandardCharsets.US_ASCII);
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

package org.volans.image.ui.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentDescriber;
import org.eclipse.core.runtime.content.IContentDescription;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Tells FITS files that hold an image from those that hold tables by their first headers: the primary unit has pixels, or the
 * first extension is an image, compressed or not. Reads headers only.
 */
@NonNullByDefault({})
public final class FitsImageDescriber implements IContentDescriber {

    private static final int CARD = 80;
    private static final int BLOCK = 2880;
    private static final int MOST_BLOCKS = 100;

    @Override
    public int describe(InputStream contents, @Nullable IContentDescription description) throws IOException {
        InputStream in = unpacked(contents);
        Map<String, String> primary = header(in);
        if (!primary.containsKey("SIMPLE")) {
            return INVALID;
        }
        if (number(primary, "NAXIS") > 0) {
            // random groups have NAXIS1 = 0 and are no image
            return number(primary, "NAXIS1") > 0 ? VALID : INVALID;
        }
        Map<String, String> extension = header(in);
        boolean image = "IMAGE".equals(extension.get("XTENSION")) || "T".equals(extension.get("ZIMAGE"));
        return image ? VALID : extension.isEmpty() ? INDETERMINATE : INVALID;
    }

    private static InputStream unpacked(InputStream contents) throws IOException {
        PushbackInputStream in = new PushbackInputStream(contents, 2);
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        boolean zipped = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        return zipped ? new GZIPInputStream(in) : in;
    }

    /** Keywords and values up to END; what there is of them when the file ends before. */
    private static Map<String, String> header(InputStream in) throws IOException {
        Map<String, String> values = new HashMap<>();
        for (int block = 0; block < MOST_BLOCKS; block++) {
            byte[] bytes = in.readNBytes(BLOCK);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            for (int i = 0; i + CARD <= bytes.length; i += CARD) {
                String key = text.substring(i, i + 8).strip();
                if (key.equals("END")) {
                    return values;
                }
                if (text.charAt(i + 8) == '=') {
                    values.putIfAbsent(key, value(text.substring(i + 10, i + CARD)));
                }
            }
            if (bytes.length < BLOCK
                    || block == 0 && !values.containsKey("SIMPLE") && !values.containsKey("XTENSION")) {
                return values;
            }
        }
        return values;
    }

    private static String value(String text) {
        String value = text.strip();
        int end = value.startsWith("'") ? value.indexOf('\'', 1) : value.indexOf('/');
        return value.substring(value.startsWith("'") ? 1 : 0, end < 0 ? value.length() : end)
                .strip();
    }

    private static int number(Map<String, String> header, String key) {
        try {
            return Integer.parseInt(header.getOrDefault(key, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public QualifiedName[] getSupportedOptions() {
        return new QualifiedName[0];
    }
}

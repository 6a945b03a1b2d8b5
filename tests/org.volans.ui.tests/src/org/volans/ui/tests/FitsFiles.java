package org.volans.ui.tests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;

/** Small FITS files, written card by card into the project. */
final class FitsFiles {

    /** Field of the tutorial's objects. */
    static final double RA = 240.484;

    static final double DEC = 46.768;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static String card(String key, Object value) {
        return String.format(Locale.ROOT, "%-8s= %20s", key, value);
    }

    /** A tangential image about the tutorial's field. */
    static List<String> tan(double x, double y, double degreesPerPixel) {
        return List.of(
                card("CTYPE1", "'RA---TAN'"),
                card("CTYPE2", "'DEC--TAN'"),
                card("CRVAL1", RA),
                card("CRVAL2", DEC),
                card("CRPIX1", x),
                card("CRPIX2", y),
                card("CDELT1", -degreesPerPixel),
                card("CDELT2", degreesPerPixel),
                card("RADESYS", "'ICRS'"));
    }

    private static List<String> shape(int bitpix, long... lengths) {
        List<String> cards = new ArrayList<>(List.of(card("BITPIX", bitpix), card("NAXIS", lengths.length)));
        for (int i = 0; i < lengths.length; i++) {
            cards.add(card("NAXIS" + (i + 1), lengths[i]));
        }
        return cards;
    }

    /** An image of floating-point pixels, in the first unit or as an extension; the pixel number from 0 gives the value. */
    FitsFiles image(long[] lengths, IntToDoubleFunction value, List<String> more) {
        List<String> cards = new ArrayList<>();
        boolean first = bytes.size() == 0;
        cards.add(first ? card("SIMPLE", "T") : "XTENSION= 'IMAGE   '");
        cards.addAll(shape(-32, lengths));
        if (!first) {
            cards.addAll(List.of(card("PCOUNT", 0), card("GCOUNT", 1)));
        }
        cards.addAll(more);
        int n = 1;
        for (long length : lengths) {
            n *= (int) length;
        }
        ByteBuffer data = ByteBuffer.allocate(4 * n);
        for (int i = 0; i < n; i++) {
            data.putFloat((float) value.applyAsDouble(i));
        }
        return unit(cards, data.array());
    }

    /** A first unit without pixels. */
    FitsFiles empty() {
        return unit(
                List.of(card("SIMPLE", "T"), card("BITPIX", 8), card("NAXIS", 0), card("EXTEND", "T")), new byte[0]);
    }

    /** A table of one column with two rows. */
    FitsFiles table() {
        List<String> cards = new ArrayList<>(List.of("XTENSION= 'BINTABLE'"));
        cards.addAll(shape(8, 4, 2));
        cards.addAll(List.of(
                card("PCOUNT", 0),
                card("GCOUNT", 1),
                card("TFIELDS", 1),
                card("TTYPE1", "'N'"),
                card("TFORM1", "'J'")));
        return unit(cards, new byte[] {0, 0, 0, 1, 0, 0, 0, 2});
    }

    private FitsFiles unit(List<String> cards, byte[] data) {
        StringBuilder text = new StringBuilder();
        cards.forEach(card -> text.append(String.format("%-80s", card)));
        text.append(String.format("%-80s", "END"));
        while (text.length() % 2880 != 0) {
            text.append(' ');
        }
        bytes.writeBytes(text.toString().getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(data);
        bytes.writeBytes(new byte[(2880 - data.length % 2880) % 2880]);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Puts it into the project. */
    IFile write(String name) throws Exception {
        return write(name, bytes());
    }

    static IFile write(String name, byte[] content) throws Exception {
        IFile file = Ui.file(name);
        if (file.exists()) {
            file.setContents(new ByteArrayInputStream(content), IResource.FORCE, null);
        } else {
            file.create(new ByteArrayInputStream(content), true, null);
        }
        return file;
    }
}

package org.volans.image.internal.fits;

/**
 * A header-data unit and where it lies in its file. Immutable.
 *
 * @param number 0-based
 * @param header its cards
 * @param data   offset of its data in bytes
 * @param length bytes of its data without padding
 */
public record FitsHdu(int number, FitsHeader header, long data, long length) {

    /** Whether it is an image with at least two axes, compressed or not. */
    public boolean isImage() throws FitsFault {
        boolean primary = number == 0 && !header.isTrue("GROUPS");
        if (!primary && !header.text("XTENSION").equals("IMAGE") && !isCompressed()) {
            return false;
        }
        long[] shape = shape();
        for (long n : shape) {
            if (n < 1) {
                return false;
            }
        }
        return shape.length >= 2;
    }

    /** Whether it is a tile-compressed image in a table (FITS 4.0, section 10). */
    public boolean isCompressed() {
        return header.text("XTENSION").equals("BINTABLE") && header.isTrue("ZIMAGE");
    }

    /** Lengths of the axes, NAXIS1 first. */
    public long[] shape() throws FitsFault {
        String prefix = isCompressed() ? "ZNAXIS" : "NAXIS";
        int n = (int) Math.max(0, Math.min(999, header.integer(prefix, 0)));
        long[] shape = new long[n];
        for (int i = 0; i < n; i++) {
            shape[i] = header.integer(prefix + (i + 1), 0);
        }
        return shape;
    }

    /** Type of the pixels: 8, 16, 32, 64, -32 or -64. */
    public int bitpix() throws FitsFault {
        int bitpix = (int) header.integer(isCompressed() ? "ZBITPIX" : "BITPIX", 0);
        return switch (bitpix) {
            case 8, 16, 32, 64, -32, -64 -> bitpix;
            default -> throw new FitsFault("has BITPIX " + bitpix + ", which FITS does not know");
        };
    }
}

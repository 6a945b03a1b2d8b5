package org.volans.image.internal.fits;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a cutout: every card of the image in its order, but for those that tell the structure of the file, the
 * reference pixels, which move, and the checksums, which no longer hold.
 */
final class CutoutHeader {

    private static final Pattern STRUCTURE = Pattern.compile(
            "SIMPLE|XTENSION|BITPIX|NAXIS\\d*|EXTEND|PCOUNT|GCOUNT|CHECKSUM|DATASUM|ZHECKSUM|ZDATASUM|BLOCKED|GROUPS");
    private static final Pattern TABLE =
            Pattern.compile("(TFIELDS|THEAP|(TTYPE|TFORM|TUNIT|TNULL|TSCAL|TZERO|TDIM|TDISP)\\d+"
                    + "|ZIMAGE|ZSIMPLE|ZEXTEND|ZBLOCKED|ZTENSION|ZPCOUNT|ZGCOUNT|ZBITPIX|ZNAXIS\\d*|ZTILE\\d+|ZCMPTYPE|ZNAME\\d+"
                    + "|ZVAL\\d+|ZMASKCMP|ZQUANTIZ|ZDITHER0|ZBLANK|ZSCALE|ZZERO)");
    private static final Pattern REFERENCE = Pattern.compile("CRPIX(\\d+)[A-Z]?|LTV(\\d+)");
    private static final Pattern AXIS_TYPE = Pattern.compile("CTYPE(\\d+)([A-Z]?)");
    /** These name other units of the file, which a cutout does not carry. */
    private static final Pattern TABLES_ELSEWHERE = Pattern.compile(
            "(CPDIS|CQDIS|D2IMDIS|CPERR|CQERR|D2IMERR|DP|DQ|D2IM)\\d+[A-Z]?.*|AXISCORR|WCSDVARR|D2IMARR");

    private final FitsHdu hdu;
    private final PixelBox box;
    private final Set<String> moved = new HashSet<>();
    private final List<String> cards = new ArrayList<>();

    private CutoutHeader(FitsHdu hdu, PixelBox box) {
        this.hdu = hdu;
        this.box = box;
    }

    /**
     * @param primary the file's first header, from which an extension that says INHERIT takes cards
     * @param history what was done
     */
    static FitsHeader of(FitsHdu hdu, FitsHeader primary, PixelBox box, String history) throws FitsFault {
        CutoutHeader made = new CutoutHeader(hdu, box);
        made.structure();
        hdu.header().cards().forEach(made::keep);
        made.missingReferences();
        if (hdu.number() > 0 && hdu.header().isTrue("INHERIT")) {
            made.inherit(primary);
        }
        made.cards.addAll(FitsHeader.history(history));
        return new FitsHeader(made.cards);
    }

    private void structure() throws FitsFault {
        cards.add(FitsHeader.card("SIMPLE", "T", "conforms to FITS standard"));
        cards.add(FitsHeader.card("BITPIX", Integer.toString(hdu.bitpix()), "array data type"));
        cards.add(FitsHeader.card("NAXIS", Integer.toString(box.axes()), "number of array dimensions"));
        for (int i = 0; i < box.axes(); i++) {
            cards.add(FitsHeader.card("NAXIS" + (i + 1), Long.toString(box.length(i)), ""));
        }
    }

    private boolean isStructure(String key) {
        return STRUCTURE.matcher(key).matches()
                || TABLES_ELSEWHERE.matcher(key).matches()
                || key.equals("INHERIT")
                || hdu.isCompressed() && (TABLE.matcher(key).matches() || isTableName(key));
    }

    /** The name that compressing programs give to the table, not to the image. */
    private boolean isTableName(String key) {
        return key.equals("EXTNAME") && hdu.header().text(key).strip().equals("COMPRESSED_IMAGE");
    }

    private void keep(String card) {
        String key = FitsHeader.keyword(card);
        if (isStructure(key)) {
            return;
        }
        Matcher m = REFERENCE.matcher(key);
        if (!m.matches() || card.charAt(8) != '=') {
            cards.add(card);
            return;
        }
        moved.add(key);
        String digits = m.group(1) == null ? m.group(2) : m.group(1);
        int axis = Integer.parseInt(String.valueOf(digits)) - 1;
        long shift = axis >= 0 && axis < box.axes() ? box.low()[axis] - 1 : 0;
        cards.add(shift == 0 ? card : move(card, shift));
    }

    /** In decimal arithmetic, so that no digit of the reference pixel changes but those that must. */
    private static String move(String card, long shift) {
        String text = FitsHeader.value(card).toUpperCase(Locale.ROOT).replace('D', 'E');
        try {
            BigDecimal value = new BigDecimal(text).subtract(BigDecimal.valueOf(shift));
            String plain = value.toPlainString();
            String number = plain.length() > 30 ? Double.toString(value.doubleValue()) : plain;
            return FitsHeader.replace(card, number.contains(".") || number.contains("E") ? number : number + ".0");
        } catch (NumberFormatException e) {
            // not a number: nothing can be moved, and the card is the user's own
            return card;
        }
    }

    /** An axis with coordinates whose CRPIX is left out has it at 0 (paper I, section 2.1). */
    private void missingReferences() {
        for (String card : hdu.header().cards()) {
            Matcher m = AXIS_TYPE.matcher(FitsHeader.keyword(card));
            if (m.matches()) {
                String key = "CRPIX" + m.group(1) + m.group(2);
                int axis = Integer.parseInt(String.valueOf(m.group(1))) - 1;
                if (axis < box.axes() && box.low()[axis] > 1 && moved.add(key)) {
                    cards.add(FitsHeader.card(key, (1 - box.low()[axis]) + ".0", "reference pixel"));
                }
            }
        }
    }

    private void inherit(FitsHeader primary) {
        Set<String> own = new HashSet<>();
        hdu.header().cards().forEach(card -> own.add(FitsHeader.keyword(card)));
        boolean continued = false;
        for (String card : primary.cards()) {
            String key = FitsHeader.keyword(card);
            boolean comment = key.isEmpty() || key.equals("COMMENT") || key.equals("HISTORY");
            if (key.equals("CONTINUE")
                    ? continued
                    : !comment && !own.contains(key) && !STRUCTURE.matcher(key).matches()) {
                cards.add(card);
                continued = true;
            } else {
                continued = false;
            }
        }
    }
}

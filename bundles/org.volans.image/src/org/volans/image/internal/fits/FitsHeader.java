package org.volans.image.internal.fits;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A header as its cards stand in the file (FITS 4.0, section 4): a cutout gives every card back byte for byte, which a
 * library that parses and rewrites them would not. Immutable.
 *
 * @param cards 80 characters each, without END
 */
public record FitsHeader(List<String> cards) {

    /** Bytes of a FITS block. */
    public static final int BLOCK = 2880;

    /** Characters of a card. */
    public static final int CARD = 80;

    public FitsHeader {
        cards = List.copyOf(cards);
    }

    /** The keyword of a card; of a HIERARCH card the words up to the equals sign. */
    static String keyword(String card) {
        String key = card.substring(0, 8).stripTrailing();
        if (key.equals("HIERARCH")) {
            int equals = card.indexOf('=');
            if (equals > 8) {
                return "HIERARCH " + card.substring(8, equals).strip().replaceAll("\\s+", " ");
            }
        }
        return key;
    }

    private static boolean hasValue(String card) {
        return card.charAt(8) == '=' || keyword(card).startsWith("HIERARCH ");
    }

    /** Value of a card as text without quotes; empty for an undefined value. */
    static String value(String card) {
        String rest = card.substring(card.indexOf('=') + 1).stripLeading();
        if (!rest.startsWith("'")) {
            int slash = rest.indexOf('/');
            return (slash < 0 ? rest : rest.substring(0, slash)).strip();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c == '\'') {
                if (i + 1 >= rest.length() || rest.charAt(i + 1) != '\'') {
                    break;
                }
                i++;
            }
            text.append(c);
        }
        return text.toString().stripTrailing();
    }

    /** Keyword to text in the order of the cards; long strings joined, HISTORY and COMMENT as lines; the first of equals. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        String last = "";
        for (String card : cards) {
            String key = keyword(card);
            if (key.equals("CONTINUE") && values.getOrDefault(last, "").endsWith("&")) {
                values.computeIfPresent(last, (k, v) -> v.substring(0, v.length() - 1) + continued(card));
            } else if (hasValue(card)) {
                last = key;
                values.putIfAbsent(key, value(card));
            } else if (key.equals("HISTORY") || key.equals("COMMENT")) {
                values.merge(key, card.substring(8).strip(), (a, b) -> a + "\n" + b);
            }
        }
        return values;
    }

    private static String continued(String card) {
        return value("X=" + card.substring(8));
    }

    /** A whole number that the structure of the file rests on. */
    long integer(String key, long otherwise) throws FitsFault {
        for (String card : cards) {
            if (keyword(card).equals(key) && hasValue(card)) {
                String text = value(card);
                try {
                    return (long) Double.parseDouble(text);
                } catch (NumberFormatException e) {
                    throw new FitsFault(key + " is '" + text + "', which is no number");
                }
            }
        }
        return otherwise;
    }

    String text(String key) {
        for (String card : cards) {
            if (keyword(card).equals(key) && hasValue(card)) {
                return value(card);
            }
        }
        return "";
    }

    boolean isTrue(String key) {
        return text(key).equals("T");
    }

    /** The bytes of the header with END, padded to whole blocks. */
    byte[] bytes() {
        int length = (cards.size() + 1) * CARD;
        int padded = (length + BLOCK - 1) / BLOCK * BLOCK;
        StringBuilder text = new StringBuilder(padded);
        cards.forEach(text::append);
        text.append("END");
        while (text.length() < padded) {
            text.append(' ');
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A card with a keyword of at most 8 letters, a value as it shall stand (no quotes are added) and a comment. */
    static String card(String key, String value, String comment) {
        String text = String.format("%-8s= %20s", key, value);
        return pad(comment.isEmpty() ? text : text + " / " + comment);
    }

    /** Cards of history, as many as the text needs. */
    static List<String> history(String text) {
        List<String> cards = new ArrayList<>();
        String ascii = text.replaceAll("[^\\x20-\\x7e]", "?");
        for (int i = 0; i < ascii.length(); i += 72) {
            cards.add(pad("HISTORY " + ascii.substring(i, Math.min(ascii.length(), i + 72))));
        }
        return cards;
    }

    private static String pad(String text) {
        return text.length() >= CARD ? text.substring(0, CARD) : text + " ".repeat(CARD - text.length());
    }

    /** The card with another value, its comment kept. */
    static String replace(String card, String value) {
        int equals = card.indexOf('=');
        int slash = card.indexOf('/', equals);
        String comment = slash < 0 ? "" : card.substring(slash + 1).strip();
        return card(keyword(card), value, comment);
    }
}

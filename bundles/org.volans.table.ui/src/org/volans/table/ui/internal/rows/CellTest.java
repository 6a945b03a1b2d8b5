package org.volans.table.ui.internal.rows;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import uk.ac.starlink.table.Tables;

/**
 * A condition on the cells of one column, as a person writes it: {@code 18}, {@code > 5}, {@code 3..7}, {@code != x},
 * {@code null}, {@code !null}, {@code M*1}, {@code /regex/}, a part of a text, and these joined by {@code and} or {@code or}.
 */
public final class CellTest {

    /** What can be written, for people. */
    public static final String SYNTAX =
            "text · 18 · > 5 · 3..7 · != x · null · !null · NGC* · /regex/ · > 3 and < 5 · a or b";

    private static final Pattern OPERATION = Pattern.compile("(>=|<=|!=|<>|=|>|<)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("(\\S+?)\\s*\\.\\.\\s*(\\S+)");
    private static final Pattern INFINITE = Pattern.compile("([-+]?)(?:\u221e|inf|infinity)", Pattern.CASE_INSENSITIVE);

    /** An even number of quotes follows. */
    private static final String UNQUOTED = "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    private CellTest() {}

    /**
     * @param text    what the person wrote
     * @param numeric whether the column holds numbers
     * @throws InputException says what of it is not understood
     */
    public static Predicate<@Nullable Object> parse(String text, boolean numeric) throws InputException {
        return joined(text, part -> single(part, numeric));
    }

    /** What makes a condition of the part between {@code and}s and {@code or}s. */
    interface Part<T> {

        Predicate<T> parse(String text) throws InputException;
    }

    static <T> Predicate<T> joined(String text, Part<T> part) throws InputException {
        Predicate<T> any = t -> false;
        for (String alternative : split(text, "or", "\\|\\|?")) {
            Predicate<T> all = t -> true;
            for (String each : split(alternative, "and", "&&?")) {
                all = all.and(part.parse(each.strip()));
            }
            any = any.or(all);
        }
        return any;
    }

    /** Not within quotes, nor within a regular expression that is the whole text. */
    private static List<String> split(String text, String word, String sign) {
        if (text.strip().matches("/.*/")) {
            return List.of(text);
        }
        String joint = "(?i)(?:\\s+" + word + "\\s+|\\s*" + sign + "\\s*)" + UNQUOTED;
        return List.of(text.split(joint));
    }

    private static Predicate<@Nullable Object> single(String text, boolean numeric) throws InputException {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> throw new InputException("a condition is missing beside 'and' or 'or'");
            case "null", "is null" -> {
                return Tables::isBlank;
            }
            case "!null", "not null", "is not null" -> {
                return cell -> !Tables.isBlank(cell);
            }
            default -> {
                // something about the value
            }
        }
        Matcher operation = OPERATION.matcher(text);
        if (operation.matches()) {
            return compared(operation.group(1), bare(operation.group(2)), numeric);
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches() && (numeric || number(range.group(1)) != null)) {
            double low = needed(range.group(1));
            double high = needed(range.group(2));
            return cell -> value(cell) >= low && value(cell) <= high;
        }
        if (numeric && number(text) != null) {
            return compared("=", text, true);
        }
        return words(text);
    }

    private static Predicate<@Nullable Object> compared(String operator, String operand, boolean numeric)
            throws InputException {
        if (numeric) {
            double limit = needed(operand);
            @Nullable Long whole = whole(operand);
            return switch (operator) {
                case ">" -> cell -> value(cell) > limit;
                case ">=" -> cell -> value(cell) >= limit;
                case "<" -> cell -> value(cell) < limit;
                case "<=" -> cell -> value(cell) <= limit;
                case "=" -> cell -> same(cell, limit, whole);
                default -> cell -> !Tables.isBlank(cell) && !same(cell, limit, whole);
            };
        }
        IntPredicate wanted = switch (operator) {
            case ">" -> order -> order > 0;
            case ">=" -> order -> order >= 0;
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case "=" -> order -> order == 0;
            default -> order -> order != 0;
        };
        return cell -> !Tables.isBlank(cell) && wanted.test(order(cell, operand));
    }

    /** Text that is contained, whatever its case; with a star a pattern of the whole; between slashes a regular expression. */
    static Predicate<@Nullable Object> words(String text) throws InputException {
        if (text.startsWith("!") && text.length() > 1) {
            return words(text.substring(1).strip()).negate();
        }
        String regex;
        if (text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
            regex = text.substring(1, text.length() - 1);
        } else if (text.contains("*") && !text.startsWith("\"")) {
            regex = "^" + Pattern.quote(text).replace("*", "\\E.*\\Q") + "$";
        } else {
            String words = bare(text);
            return cell -> contains(CellTexts.full(cell), words);
        }
        try {
            Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            return cell -> pattern.matcher(CellTexts.full(cell)).find();
        } catch (PatternSyntaxException e) {
            throw new InputException("'" + text + "' is no regular expression: " + e.getDescription(), e);
        }
    }

    private static boolean contains(String text, String words) {
        for (int i = 0; i <= text.length() - words.length(); i++) {
            if (text.regionMatches(true, i, words, 0, words.length())) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /**
     * A float is what its own digits say: {@code = 0.1} finds it. A long has more digits than a double: identifiers of catalogues
     * differ in the last ones.
     */
    private static boolean same(@Nullable Object cell, double limit, @Nullable Long whole) {
        if (cell instanceof Long number && whole != null) {
            return number.equals(whole);
        }
        return cell instanceof Float number ? number.floatValue() == (float) limit : value(cell) == limit;
    }

    private static double value(@Nullable Object cell) {
        return switch (cell) {
            case Number number -> number.doubleValue();
            case Boolean flag -> flag ? 1 : 0;
            case null -> Double.NaN;
            default -> {
                @Nullable Double number = number(cell.toString());
                yield number == null ? Double.NaN : number;
            }
        };
    }

    private static int order(@Nullable Object cell, String operand) {
        return CellTexts.full(cell).strip().compareToIgnoreCase(operand);
    }

    private static double needed(String text) throws InputException {
        @Nullable Double number = number(text);
        if (number == null) {
            throw new InputException("'" + text + "' is no number");
        }
        return number;
    }

    private static @Nullable Long whole(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Double number(String text) {
        Matcher infinite = INFINITE.matcher(text.strip());
        if (infinite.matches()) {
            return infinite.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        try {
            return Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

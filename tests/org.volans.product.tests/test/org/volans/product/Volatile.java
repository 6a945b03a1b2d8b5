package org.volans.product;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What differs from run to run in the output of a command, and is not compared. All there is stands in {@link #RULES}. */
final class Volatile {

    /** A stretch of a line that counts as {@code instead}. */
    private record Rule(Pattern what, String instead) {
        Rule(String what, String instead) {
            this(Pattern.compile(what), instead);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(" *\\b\\d+(\\.\\d+)? (s|ms|min)\\b", " # s"),
            new Rule("^\\d\\d:\\d\\d:\\d\\d ", "(time) "),
            new Rule("^\\[\\d/(\\d)\\]", "[#/$1]"),
            new Rule("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "(now)"),
            new Rule("/async/[0-9a-f]{16}", "/async/(job)"),
            // a file's name says of which address it was asked, and that has the port
            new Rule("_[0-9a-f]{8}\\.fits", "_(asked).fits"));

    /** What is done at once ends in any order: services that are asked, steps of the tour. Each has a line that says how long it took. */
    private static final Pattern AT_ONCE = Pattern.compile("(\\[#/\\d\\])? # s  .*");

    private Volatile() {}

    /** The lines as they are compared. */
    static List<String> settled(List<String> lines) {
        List<String> settled =
                new ArrayList<>(lines.stream().map(Volatile::settled).toList());
        for (int at = 0; at < settled.size(); ) {
            int end = at;
            while (end < settled.size() && AT_ONCE.matcher(settled.get(end)).matches()) {
                end++;
            }
            settled.subList(at, end).sort(Comparator.naturalOrder());
            at = end + 1;
        }
        return settled;
    }

    static String settled(String line) {
        String settled = line.stripTrailing();
        for (Rule rule : RULES) {
            settled = rule.what().matcher(settled).replaceAll(rule.instead());
        }
        return settled;
    }
}

package org.volans.datalink.internal;

import java.util.regex.Pattern;

/** Tells from a service's words whether it has nothing there or something is wrong. */
final class Refusal {

    /**
     * SODA 1.0 (section 5.2) wants status 204 where a data set has nothing at the place that was asked for; services
     * also say it in words, with any status.
     */
    private static final Pattern NOTHING_THERE = Pattern.compile(
            "\\bnot? (\\w+ ){0,3}(overlap|intersect|cover)"
                    + "|\\bnon-?overlapping|\\bdisjoint\\b"
                    + "|\\b(outside|off|beyond) (of )?(the |its |this )?(\\w+ )?"
                    + "(image|data ?set|data|cube|coverage|footprint|field|array|bounds|mosaic|range|limits)\\b"
                    + "|\\bout of (the )?(bounds|range|field)"
                    + "|\\bno (pixels?|data) (\\w+ )?(in|at|within|inside|found|left|selected|available)"
                    + "|\\bempty (cutout|intersection|region|result|selection)"
                    + "|\\b(cutout|intersection|selection|result) (is|would be) empty",
            Pattern.CASE_INSENSITIVE);

    private Refusal() {}

    static boolean nothingThere(String words) {
        return NOTHING_THERE.matcher(words).find();
    }
}

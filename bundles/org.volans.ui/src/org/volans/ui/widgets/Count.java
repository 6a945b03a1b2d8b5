package org.volans.ui.widgets;

import java.util.Locale;

/** Numbers of things as the workbench writes them, in English like its words: {@code 1,234}. Any thread. */
public final class Count {

    private Count() {}

    /** {@code 1,234}. */
    public static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 row}, {@code 1,234 rows}. */
    public static String rows(long number) {
        return of(number, "row", "rows");
    }

    /** {@code 1 match}, {@code 1,234 matches}. */
    public static String of(long number, String one, String many) {
        return of(number) + " " + (number == 1 ? one : many);
    }
}

package org.volans.handlers.ui.internal.host;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of the day as this bundle shows them. */
public final class Clock {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private Clock() {}

    /** Hours, minutes and seconds here. */
    public static String time(Instant when) {
        return TIME.format(when);
    }
}

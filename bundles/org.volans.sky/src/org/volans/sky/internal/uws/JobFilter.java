package org.volans.sky.internal.uws;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.volans.api.InputException;
import org.volans.api.tap.UwsPhase;
import org.volans.sky.internal.Parameters;

/**
 * Which jobs a list shows (UWS 1.1, section 2.2.2.1).
 *
 * @param phases all but ARCHIVED when empty
 * @param after  only jobs made later
 * @param last   only the newest so many
 */
record JobFilter(List<UwsPhase> phases, Optional<Instant> after, OptionalInt last) {

    static JobFilter of(Parameters parameters) throws InputException {
        List<UwsPhase> phases =
                parameters.all("PHASE").stream().map(UwsPhase::of).toList();
        Optional<String> after = parameters.first("AFTER");
        Optional<String> last = parameters.first("LAST");
        return new JobFilter(
                phases,
                after.isEmpty() ? Optional.empty() : Optional.of(instant("AFTER", after.get())),
                last.isEmpty() ? OptionalInt.empty() : OptionalInt.of(count(last.get())));
    }

    /** @param jobs the newest first */
    List<UwsSnapshot> apply(List<UwsSnapshot> jobs) {
        Stream<UwsSnapshot> left = jobs.stream()
                .filter(j -> phases.isEmpty() ? j.phase() != UwsPhase.ARCHIVED : phases.contains(j.phase()))
                .filter(j -> after.isEmpty() || j.created().isAfter(after.get()));
        return (last.isEmpty() ? left : left.limit(last.getAsInt())).toList();
    }

    private static int count(String text) throws InputException {
        try {
            int count = Integer.parseInt(text.strip());
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new InputException("LAST is a positive whole number, not '" + text + "'", e);
        }
        throw new InputException("LAST is a positive whole number, not '" + text + "'");
    }

    /** A time as DALI 1.1, section 3.1.2, writes it: with or without the time of day, with or without Z. */
    static Instant instant(String name, String text) throws InputException {
        String time = text.strip();
        try {
            if (!time.contains("T")) {
                return LocalDate.parse(time).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            String local = time.endsWith("Z") ? time.substring(0, time.length() - 1) : time;
            return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new InputException(name + " is a time such as 2026-01-31T12:00:00Z, not '" + text + "'", e);
        }
    }

    /** Seconds, at most the longest time given. */
    static Duration duration(String text, Duration longest) throws InputException {
        try {
            long seconds = (long) Double.parseDouble(text.strip());
            if (seconds >= 0) {
                return seconds > longest.toSeconds() ? longest : Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            throw new InputException("'" + text + "' is not a number of seconds", e);
        }
        throw new InputException("'" + text + "' is not a number of seconds");
    }
}

package org.volans.sky.internal.links;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The part of a file that a request asks for (RFC 9110, section 14.1.2).
 *
 * @param first   first byte, from 0
 * @param last    last byte, included; before {@code first} when the range cannot be satisfied or the file is empty
 * @param partial whether it is a part
 */
record ByteRange(long first, long last, boolean partial) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Reads a Range header; several ranges, other units and what cannot be read mean the whole file. */
    static ByteRange of(@Nullable String header, long size) {
        ByteRange whole = new ByteRange(0, size - 1, false);
        Matcher matcher = ONE.matcher(header == null ? "" : header.strip());
        if (!matcher.matches()) {
            return whole;
        }
        String from = matcher.group(1);
        String to = matcher.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? whole : suffix(Long.parseLong(to), size);
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
        if (!to.isEmpty() && Long.parseLong(to) < first) {
            return whole;
        }
        return new ByteRange(first, first < size ? last : first - 1, true);
    }

    private static ByteRange suffix(long count, long size) {
        return new ByteRange(Math.max(0, size - count), size - 1, true);
    }

    boolean unsatisfiable() {
        return partial && last < first;
    }

    long length() {
        return last - first + 1;
    }
}

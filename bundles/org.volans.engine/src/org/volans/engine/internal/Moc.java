package org.volans.engine.internal;

import java.util.ArrayList;
import java.util.List;
import org.volans.api.geometry.Position;

/**
 * A coverage map as RegTAP 1.2 has it: a set of HEALPix cells written as text (MOC 2.0, section 4.3.2):
 * {@code 6/1-3,5 7/96}.
 *
 * @param ranges of cells of the finest order: first, one past the last, in rising order without touching
 */
record Moc(List<Range> ranges) implements SkyShape {

    /** Cells of the finest order from one to before the other. */
    record Range(long from, long to) {}

    private static final int FACES = 12;

    /** @throws IllegalArgumentException says what is no coverage map */
    static Moc parse(String text) {
        List<Range> found = new ArrayList<>();
        int order = -1;
        for (String word : text.strip().replace("/", "/ ").split("[\\s,]+")) {
            if (word.endsWith("/")) {
                order = Integer.parseInt(word.substring(0, word.length() - 1));
            } else {
                found.add(range(order, word));
            }
            if (order < 0 || order > HealPix.MAX_ORDER) {
                throw new IllegalArgumentException("'" + text + "' has no order between 0 and 29");
            }
        }
        return new Moc(joined(found));
    }

    private static Range range(int order, String cells) {
        int dash = cells.indexOf('-');
        long first = Long.parseLong(dash < 0 ? cells : cells.substring(0, dash));
        long last = dash < 0 ? first : Long.parseLong(cells.substring(dash + 1));
        int shift = 2 * (HealPix.MAX_ORDER - Math.max(0, Math.min(order, HealPix.MAX_ORDER)));
        if (first < 0 || last < first || last >= (long) FACES << 2 * HealPix.MAX_ORDER - shift) {
            throw new IllegalArgumentException("there are no cells " + cells + " of order " + order);
        }
        return new Range(first << shift, last + 1 << shift);
    }

    private static List<Range> joined(List<Range> found) {
        List<Range> joined = new ArrayList<>();
        found.stream().sorted(java.util.Comparator.comparingLong(Range::from)).forEach(next -> {
            Range last = joined.isEmpty() ? new Range(-1, -1) : joined.get(joined.size() - 1);
            if (next.from() <= last.to()) {
                joined.set(joined.size() - 1, new Range(last.from(), Math.max(last.to(), next.to())));
            } else {
                joined.add(next);
            }
        });
        return joined;
    }

    @Override
    public boolean contains(double ra, double dec) {
        long cell = HealPix.cell(HealPix.MAX_ORDER, ra, dec);
        return contains(new Range(cell, cell + 1));
    }

    private boolean contains(Range cells) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).to() <= cells.from()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < ranges.size()
                && ranges.get(low).from() <= cells.from()
                && cells.to() <= ranges.get(low).to();
    }

    @Override
    public boolean contains(SkyShape inner) {
        return inner instanceof Moc other
                ? other.ranges.stream().allMatch(this::contains)
                : inner.outline().stream().allMatch(p -> contains(p.ra(), p.dec()));
    }

    @Override
    public boolean intersects(SkyShape other) {
        return other instanceof Moc map
                ? map.ranges.stream()
                        .anyMatch(a -> ranges.stream().anyMatch(b -> a.from() < b.to() && b.from() < a.to()))
                : other.outline().stream().anyMatch(p -> contains(p.ra(), p.dec()))
                        || outline().stream().anyMatch(p -> other.contains(p.ra(), p.dec()));
    }

    @Override
    public double area() {
        double cells = ranges.stream().mapToDouble(r -> r.to() - r.from()).sum();
        return cells / ((long) FACES << 2 * HealPix.MAX_ORDER) * WHOLE_SKY;
    }

    /** The middles of its cells, each as large as it can be. */
    @Override
    public List<Position> outline() {
        List<Position> middles = new ArrayList<>();
        for (Range range : ranges) {
            long from = range.from();
            while (from < range.to()) {
                int up = Math.min(Long.numberOfTrailingZeros(from), 2 * HealPix.MAX_ORDER) / 2;
                while (from + (1L << 2 * up) > range.to()) {
                    up--;
                }
                middles.add(HealPix.center(HealPix.MAX_ORDER - up, from >> 2 * up));
                from += 1L << 2 * up;
            }
        }
        return middles;
    }

    @Override
    public Position centroid() {
        return outline().get(0);
    }

    @Override
    public String numbers() {
        return "";
    }
}

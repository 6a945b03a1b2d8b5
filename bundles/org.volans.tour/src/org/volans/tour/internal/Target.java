package org.volans.tour.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.volans.api.geometry.Position;
import org.volans.api.photometry.PhotometryMatches;

/**
 * What gets an SED and a cutout: a row of the photometry, or an object that has none.
 *
 * @param number   1-based
 * @param name     what the catalogue calls it, else its position
 * @param object   0-based number of its object
 * @param position of its object
 * @param row      of the photometry, or empty
 */
record Target(int number, String name, int object, Position position, Optional<Long> row) {

    /** All rows of the photometry, then the objects without one. */
    static List<Target> of(Objects objects, Optional<PhotometryMatches> colours) {
        List<Target> targets = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        if (colours.isPresent()) {
            List<Integer> objectOf = colours.get().objectOf();
            for (int row = 0; row < objectOf.size(); row++) {
                int object = objectOf.get(row);
                seen.add(object);
                Position position = objects.positions().get(object);
                String name = name(colours.get(), row);
                targets.add(new Target(
                        targets.size() + 1,
                        name.isEmpty() ? position.toString() : name,
                        object,
                        position,
                        Optional.of((long) row)));
            }
        }
        for (int object = 0; object < objects.positions().size(); object++) {
            if (!seen.contains(object)) {
                Position position = objects.positions().get(object);
                targets.add(new Target(targets.size() + 1, position.toString(), object, position, Optional.empty()));
            }
        }
        return targets;
    }

    /** What the catalogue calls the object of a row, or an empty text. */
    private static String name(PhotometryMatches colours, long row) {
        OptionalInt column = colours.source()
                .identifier()
                .map(id -> Cells.column(colours.table(), id.name()))
                .orElse(OptionalInt.empty());
        return column.isPresent() ? Cells.text(colours.table(), row, column.getAsInt()) : "";
    }

    /** A file name without extension that sorts in order and is safe on every system. */
    String fileName() {
        String safe = name.replaceAll("[^A-Za-z0-9.+-]+", "_");
        return String.format(Locale.ROOT, "%02d_%s", number, safe.length() > 60 ? safe.substring(0, 60) : safe);
    }
}

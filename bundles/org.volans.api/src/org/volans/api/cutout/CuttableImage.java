package org.volans.api.cutout;

import java.util.Optional;
import org.volans.api.datalink.LinkRow;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;

/**
 * An image that can be cut.
 *
 * @param title    for people: a collection or a title, or empty
 * @param link     the links row of its cutout service
 * @param coverage what it covers, where its row says so in a way that can be read
 */
public record CuttableImage(String title, LinkRow link, Optional<Region> coverage) {

    /** Whether it may hold the position. */
    public boolean mayCover(Position position) {
        return coverage.map(region -> region.contains(position)).orElse(true);
    }
}

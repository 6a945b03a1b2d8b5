package org.volans.api.cutout;

import java.util.Optional;
import org.volans.api.geometry.Position;
import uk.ac.starlink.table.StarTable;

/**
 * The catalogue source nearest to a position.
 *
 * @param name       what the catalogue calls it, or empty
 * @param position   where it is
 * @param separation from the position asked for, in degrees
 * @param majorAxis  its size in degrees, by the UCD {@code phys.angSize.smajAxis}; empty when the catalogue does not say
 * @param table      random access, holds its row
 * @param row        0-based
 * @param context    what is known of the catalogue, for whoever interprets its columns
 */
public record NearbySource(
        String name,
        Position position,
        double separation,
        Optional<Double> majorAxis,
        StarTable table,
        long row,
        String context) {}

package org.volans.datalink.ui.internal;

import java.util.Optional;
import org.volans.api.datalink.LinkedRow;
import org.volans.ui.selection.TableRow;

/**
 * A row and what it leads to.
 *
 * @param row   the row
 * @param name  what its object or data set is called
 * @param place its position, if it has one
 * @param leads what it leads to
 */
public record RowLinks(TableRow row, String name, Optional<Place> place, LinkedRow leads) {}

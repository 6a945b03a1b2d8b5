package org.volans.ui.selection;

import org.volans.api.geometry.Position;

/**
 * A pointed-at position, as an element of an {@code IStructuredSelection}.
 *
 * @param position ICRS
 * @param origin   where it was pointed at, for people: a file's name
 */
public record SkyPoint(Position position, String origin) {}

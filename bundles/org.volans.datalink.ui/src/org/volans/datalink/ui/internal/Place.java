package org.volans.datalink.ui.internal;

import org.volans.api.geometry.Position;

/**
 * A position that a form can take.
 *
 * @param label    where it is from, for people
 * @param position ICRS
 */
public record Place(String label, Position position) {}

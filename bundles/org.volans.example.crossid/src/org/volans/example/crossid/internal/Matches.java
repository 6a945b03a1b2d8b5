package org.volans.example.crossid.internal;

import uk.ac.starlink.table.StarTable;

/**
 * What a catalogue has near a position.
 *
 * @param table  random access, the nearest first: name, separation in arcsec, position, magnitudes or flux densities
 * @param cutOff whether there may be more than the service gave
 */
record Matches(StarTable table, boolean cutOff) {}

package org.volans.discovery.ui.internal.photometry;

import org.volans.api.photometry.PhotometryCandidate;
import org.volans.ui.selection.OpenTable;

/**
 * What the dialog was told.
 *
 * @param objects   whose positions are joined
 * @param candidate the table to join with
 * @param radius    in arcsec
 */
record Wish(OpenTable objects, PhotometryCandidate candidate, double radius) {}

package org.volans.api.tap;

import org.volans.api.table.VotableDocument;
import uk.ac.starlink.table.StarTable;

/**
 * What a query gave.
 *
 * @param table    the rows, random access
 * @param overflow whether the service cut the result off
 * @param document the whole answer, with its service descriptors
 */
public record TapResult(StarTable table, boolean overflow, VotableDocument document) {}

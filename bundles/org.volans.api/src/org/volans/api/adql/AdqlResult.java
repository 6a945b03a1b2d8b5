package org.volans.api.adql;

import uk.ac.starlink.table.StarTable;

/**
 * The rows of a query.
 *
 * @param table    random access, held in memory or on disk
 * @param overflow whether there were more rows than asked for
 */
public record AdqlResult(StarTable table, boolean overflow) {}

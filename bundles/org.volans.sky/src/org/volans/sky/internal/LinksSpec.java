package org.volans.sky.internal;

/**
 * Says that a table's rows have Datalink documents: every result that holds the column gets a service descriptor
 * (DataLink 1.1, section 4).
 *
 * @param idColumn  the table's column whose value is the ID, such as {@code obs_publisher_did}
 * @param linksPath where the links service is, below the sky's root and without a leading slash:
 *                  {@code gavo/datalink/links}
 */
public record LinksSpec(String idColumn, String linksPath) {}

package org.volans.api.tap;

import java.nio.file.Path;

/**
 * The answer to a query, kept as a file just as the service sent it: a VOTable with its INFOs, parameters and service
 * descriptors.
 *
 * @param file     where it is; whole
 * @param bytes    its size
 * @param rows     rows of its first table, which is the result (DALI 1.1, section 4.4)
 * @param overflow whether the service cut the result off
 */
public record TapStored(Path file, long bytes, long rows, boolean overflow) {}

package org.volans.sky.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.volans.api.table.TableMeta;
import uk.ac.starlink.table.StarTable;

/**
 * A table of a centre's TAP service.
 *
 * @param schema the schema that it is listed under, such as {@code ivoa}
 * @param meta   its name as ADQL writes it ({@code ivoa.obscore}, {@code "V/147/sdss12"}), texts and all columns; at hand
 *               without making any row
 * @param rows   makes the rows, random access; asked once, when the centre gets its first query. The columns carry what
 *               {@code meta} cannot say: arrays' shapes and xtypes
 * @param links  given when rows have Datalink documents
 */
public record SkyTable(String schema, TableMeta meta, Supplier<StarTable> rows, Optional<LinksSpec> links) {}

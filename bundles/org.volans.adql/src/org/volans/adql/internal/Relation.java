package org.volans.adql.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.volans.adql.internal.Names.Name;

/**
 * A table or subquery in FROM that columns can be qualified with.
 *
 * @param path   its alias alone, or the parts of the table's name
 * @param fields its columns
 * @param open   whether its columns are not known, so that any name may be one
 */
record Relation(List<String> path, List<Field> fields, boolean open) {

    boolean matches(List<Name> qualifier) {
        return Catalog.endsWith(path, qualifier);
    }

    /** For people. */
    String name() {
        return path.stream().map(Names::quote).collect(Collectors.joining("."));
    }
}

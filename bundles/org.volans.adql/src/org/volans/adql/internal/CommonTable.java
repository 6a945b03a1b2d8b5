package org.volans.adql.internal;

import java.util.List;

/**
 * A query that WITH names.
 *
 * @param name  in the text
 * @param sql   its name in SQL
 * @param query what it is
 */
record CommonTable(String name, String sql, Translated query) {

    List<Field> fields(String alias) {
        return query.fields(alias);
    }
}

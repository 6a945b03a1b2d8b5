package org.volans.api.table;

import java.util.List;

/**
 * A schema of a table service (VODataService 1.2, section 3.1).
 *
 * @param name        its name
 * @param description for people, or empty
 * @param tables      its tables, with or without columns
 */
public record SchemaMeta(String name, String description, List<TableMeta> tables) {

    public SchemaMeta {
        tables = List.copyOf(tables);
    }
}

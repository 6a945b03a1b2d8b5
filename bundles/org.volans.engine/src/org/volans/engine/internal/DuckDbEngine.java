package org.volans.engine.internal;

import java.sql.SQLException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.adql.AdqlDatabase;
import org.volans.api.adql.AdqlEngine;
import org.volans.api.adql.AdqlService;

/** Makes databases in memory with DuckDB. */
@Component
public final class DuckDbEngine implements AdqlEngine {

    private final AdqlService adql;

    /** @param adql translates the queries */
    @Activate
    public DuckDbEngine(@Reference AdqlService adql) {
        this.adql = adql;
    }

    @Override
    public AdqlDatabase open() {
        try {
            return new DuckDbDatabase(adql);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start on this system: " + e.getMessage(), e);
        }
    }
}

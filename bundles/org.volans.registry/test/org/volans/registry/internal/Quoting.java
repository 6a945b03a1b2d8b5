package org.volans.registry.internal;

import java.util.List;
import org.volans.api.adql.AdqlFault;
import org.volans.api.adql.AdqlService;
import org.volans.api.adql.Translation;
import org.volans.api.table.SchemaMeta;

/** Knows how to write names, and one reserved word. */
final class Quoting implements AdqlService {

    @Override
    public String quote(String identifier) {
        boolean regular = identifier.matches("[A-Za-z][A-Za-z0-9_]*") && !identifier.equalsIgnoreCase("table");
        return regular ? identifier : '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public List<AdqlFault> check(String adql) {
        throw new AssertionError("nothing is checked");
    }

    @Override
    public List<AdqlFault> check(String adql, List<SchemaMeta> schemas) {
        throw new AssertionError("nothing is checked");
    }

    @Override
    public Translation translate(String adql, List<SchemaMeta> schemas) {
        throw new AssertionError("nothing is translated");
    }
}

package org.volans.registry.internal;

import java.util.List;
import java.util.Optional;
import org.volans.api.adql.AdqlContext;
import org.volans.api.adql.AdqlDescription;
import org.volans.api.adql.AdqlFault;
import org.volans.api.adql.AdqlService;
import org.volans.api.adql.AdqlToken;
import org.volans.api.adql.Completion;
import org.volans.api.adql.TableUse;
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
    public List<AdqlFault> check(String adql, AdqlContext context) {
        throw new AssertionError("nothing is checked");
    }

    @Override
    public Completion complete(String adql, int offset, AdqlContext context) {
        throw new AssertionError("nothing is completed");
    }

    @Override
    public Optional<AdqlDescription> describe(String adql, int offset, AdqlContext context) {
        throw new AssertionError("nothing is described");
    }

    @Override
    public List<TableUse> tables(String adql) {
        throw new AssertionError("no text is read");
    }

    @Override
    public List<AdqlToken> tokens(String adql) {
        throw new AssertionError("no text is read");
    }

    @Override
    public String format(String adql) {
        throw new AssertionError("nothing is formatted");
    }

    @Override
    public Translation translate(String adql, List<SchemaMeta> schemas) {
        throw new AssertionError("nothing is translated");
    }
}

package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.volans.adql.internal.Syntax.Parsed;
import org.volans.adql.internal.Translated.Output;
import org.volans.api.adql.AdqlException;
import org.volans.api.adql.AdqlFault;
import org.volans.api.adql.AdqlService;
import org.volans.api.adql.Translation;
import org.volans.api.adql.Translation.Origin;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.SchemaMeta;

/** ADQL by a grammar and a translator; without state. */
@Component
public final class AdqlProvider implements AdqlService {

    @Override
    public List<AdqlFault> check(String adql) {
        Faults faults = new Faults();
        Syntax.parse(adql, faults);
        return faults.sorted();
    }

    @Override
    public List<AdqlFault> check(String adql, List<SchemaMeta> schemas) {
        Faults faults = new Faults();
        translate(adql, schemas, faults);
        return faults.sorted();
    }

    @Override
    public Translation translate(String adql, List<SchemaMeta> schemas) throws AdqlException {
        Faults faults = new Faults();
        Optional<Translated> query = translate(adql, schemas, faults);
        if (query.isEmpty() || !faults.isEmpty()) {
            throw new AdqlException(faults.sorted());
        }
        List<ColumnMeta> columns = new ArrayList<>();
        List<Origin> origins = new ArrayList<>();
        for (Output column : query.get().columns()) {
            columns.add(column.meta());
            origins.add(new Origin(Optional.ofNullable(column.source()), column.xtype()));
        }
        return new Translation(query.get().sql(), columns, origins);
    }

    private static Optional<Translated> translate(String adql, List<SchemaMeta> schemas, Faults faults) {
        Parsed parsed = Syntax.parse(adql, faults);
        if (!parsed.whole()) {
            return Optional.empty();
        }
        Environment nothing = new Environment(new Catalog(schemas), List.of(), null, new Environment.Aliases());
        return Optional.of(new QueryTranslator(faults).query(parsed.statement().query(), nothing));
    }

    @Override
    public String quote(String identifier) {
        return Names.quote(identifier);
    }
}

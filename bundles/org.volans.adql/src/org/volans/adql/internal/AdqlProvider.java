package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;
import org.volans.adql.internal.Names.Name;
import org.volans.adql.internal.Outline.Source;
import org.volans.adql.internal.Syntax.Parsed;
import org.volans.adql.internal.Translated.Output;
import org.volans.api.adql.AdqlContext;
import org.volans.api.adql.AdqlDescription;
import org.volans.api.adql.AdqlException;
import org.volans.api.adql.AdqlFault;
import org.volans.api.adql.AdqlService;
import org.volans.api.adql.AdqlToken;
import org.volans.api.adql.Completion;
import org.volans.api.adql.TableUse;
import org.volans.api.adql.Translation;
import org.volans.api.adql.Translation.Origin;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.SchemaMeta;

/** ADQL by a grammar and a translator. */
@Component
public final class AdqlProvider implements AdqlService {

    private volatile @Nullable Catalog last;

    @Override
    public List<AdqlFault> check(String adql) {
        Faults faults = new Faults();
        Syntax.parse(adql, faults);
        return faults.sorted();
    }

    @Override
    public List<AdqlFault> check(String adql, List<SchemaMeta> schemas) {
        return check(adql, new AdqlContext(schemas, List.of()));
    }

    @Override
    public List<AdqlFault> check(String adql, AdqlContext context) {
        Faults faults = new Faults();
        translate(adql, catalog(context), faults);
        return faults.sorted();
    }

    @Override
    public Completion complete(String adql, int offset, AdqlContext context) {
        return new Completer(catalog(context), adql, offset).complete();
    }

    @Override
    public Optional<AdqlDescription> describe(String adql, int offset, AdqlContext context) {
        return new Describer(catalog(context), adql).at(offset);
    }

    @Override
    public List<TableUse> tables(String adql) {
        Words text = Words.of(adql);
        return new Outline(text)
                .blocks().stream()
                        .flatMap(b -> b.sources.stream().filter(s -> b.common(s) == null))
                        .filter(s -> s.query() == null)
                        .sorted(Comparator.comparingInt(Source::from))
                        .map(s -> use(s, adql, text))
                        .toList();
    }

    private static TableUse use(Source source, String adql, Words text) {
        int start = text.words().get(source.from()).start();
        int end = text.words().get(source.to() - 1).end();
        List<Name> path = source.path();
        boolean upload = path.size() == 2 && path.get(0).matches(AdqlContext.UPLOADS);
        return new TableUse(
                adql.substring(start, end),
                start,
                end - start,
                upload ? path.get(1).text() : "");
    }

    @Override
    public List<AdqlToken> tokens(String adql) {
        return Tokens.of(adql);
    }

    @Override
    public String format(String adql) {
        return Formatter.format(adql);
    }

    /** A service's tables are many; they are told apart once, not at each stroke of a key. */
    private Catalog catalog(AdqlContext context) {
        Catalog known = last;
        if (known == null || known.context() != context) {
            known = new Catalog(context);
            last = known;
        }
        return known;
    }

    @Override
    public Translation translate(String adql, List<SchemaMeta> schemas) throws AdqlException {
        Faults faults = new Faults();
        Optional<Translated> query = translate(adql, new Catalog(new AdqlContext(schemas, List.of())), faults);
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

    private static Optional<Translated> translate(String adql, Catalog catalog, Faults faults) {
        Parsed parsed = Syntax.parse(adql, faults);
        if (!parsed.whole()) {
            return Optional.empty();
        }
        Environment nothing = new Environment(catalog, List.of(), null, new Environment.Aliases());
        return Optional.of(new QueryTranslator(faults).query(parsed.statement().query(), nothing));
    }

    @Override
    public String quote(String identifier) {
        return Names.quote(identifier);
    }
}

package org.volans.example.crossid.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.adql.AdqlService;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.table.VotableDocument;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import org.volans.api.ucd.Ucd;
import org.volans.sdk.contract.Services;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

/** A service with one table, which answers each query with the same rows. */
final class Sdss {

    static final URI SERVICE = URI.create("http://sdss.example.org/tap");
    static final String TABLE = "\"V/147/sdss12\"";

    private final List<ColumnMeta> columns = new ArrayList<>(List.of(
            column("RA_ICRS", "double", "pos.eq.ra;meta.main"),
            column("DE_ICRS", "double", "pos.eq.dec;meta.main"),
            column("SDSS12", "char(*)", "meta.id;meta.main"),
            column("class", "int", "src.class"),
            column("gmag", "float", "phot.mag;em.opt.B"),
            column("e_gmag", "float", "stat.error;phot.mag;em.opt.B"),
            column("r mag", "float", "phot.mag;em.opt.R")));
    private final List<Object[]> rows = new ArrayList<>();

    /** What it was asked. */
    final List<TapQuery> queries = new ArrayList<>();

    /** How many columns its answers have less than they should. */
    int lacking;

    boolean overflow;

    private static ColumnMeta column(String name, String type, String ucd) {
        return new ColumnMeta(name, type, "", Ucd.parse(ucd), "", "", false);
    }

    /** Forgets a column. */
    Sdss without(String name) {
        columns.removeIf(c -> c.name().equals(name));
        return this;
    }

    /** Its answer has one more row, in the order of the query. */
    Sdss row(Object... cells) {
        rows.add(cells);
        return this;
    }

    /** Its answers have no rows. */
    void empty() {
        rows.clear();
    }

    CatalogueSearch search() {
        return new CatalogueSearch(tap(), adql());
    }

    /** The same, through the services of a contract. */
    CatalogueSearch search(Services services) {
        return new CatalogueSearch(services.of(TapService.class, tap()), services.of(AdqlService.class, adql()));
    }

    private TapService tap() {
        return proxy(TapService.class, (proxy, method, args) -> switch (method.getName()) {
            case "table" -> meta((String) args[1]);
            case "query" -> answer((TapQuery) args[0]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static AdqlService adql() {
        return proxy(
                AdqlService.class,
                (proxy, method, args) -> ((String) args[0]).contains(" ") ? "\"" + args[0] + "\"" : args[0]);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler work) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, work));
    }

    private TableMeta meta(String name) throws VoException {
        if (!name.contains("V/147/sdss12")) {
            throw new InputException("sdss.example.org has no table " + name);
        }
        return new TableMeta(TABLE, "", "", "table", "", columns);
    }

    private synchronized TapResult answer(TapQuery query) {
        queries.add(query);
        int count = query.adql().substring(0, query.adql().indexOf(" FROM ")).split(",").length - lacking;
        ColumnInfo[] infos = new ColumnInfo[count];
        for (int i = 0; i < count; i++) {
            infos[i] = new ColumnInfo("c" + i, Object.class, "");
        }
        RowListStarTable table = new RowListStarTable(infos);
        rows.forEach(table::addRow);
        return new TapResult(table, overflow, new VotableDocument(List.of(table), List.of(), List.of()));
    }
}

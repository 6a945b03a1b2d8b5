package org.volans.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.volans.adql.internal.AdqlProvider;
import org.volans.api.adql.AdqlException;
import org.volans.api.adql.AdqlFault;
import org.volans.api.adql.AdqlService;
import org.volans.api.adql.Translation;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.ucd.Ucd;

/** What an editor asks for after each key: the faults of a query, and what a server does with it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AdqlBenchmark {

    private static final String JOIN = """
            SELECT sdss.SDSS12, mine.*, sdss.gmag - sdss.rmag AS colour
            FROM "V/147/sdss12" AS sdss JOIN TAP_UPLOAD.t1 AS mine
            ON 1 = CONTAINS(POINT('ICRS', sdss.RA_ICRS, sdss.DE_ICRS), CIRCLE('ICRS', mine.ra, mine.dec, 1./3600.))
            WHERE sdss.rmag < 20 ORDER BY sdss.rmag""";

    private final AdqlService adql = new AdqlProvider();
    private final List<SchemaMeta> schemas = List.of(
            schema("vizls", "\"V/147/sdss12\"", "SDSS12", "RA_ICRS", "DE_ICRS", "gmag", "rmag"),
            schema("TAP_UPLOAD", "TAP_UPLOAD.t1", "ra", "dec"));

    private static SchemaMeta schema(String name, String table, String... columns) {
        List<ColumnMeta> metas = List.of(columns).stream()
                .map(c ->
                        new ColumnMeta(c, c.equals("SDSS12") ? "char(*)" : "double", "", Ucd.parse(""), "", "", false))
                .toList();
        return new SchemaMeta(name, "", List.of(new TableMeta(table, "", "", "table", "", metas)));
    }

    @Benchmark
    public List<AdqlFault> check() {
        return adql.check(JOIN, schemas);
    }

    @Benchmark
    public Translation translate() throws AdqlException {
        return adql.translate(JOIN, schemas);
    }
}

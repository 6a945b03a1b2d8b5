package org.volans.registry.internal;

import static org.volans.sdk.testing.StubTap.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.sdk.testing.StubTap;
import uk.ac.starlink.table.StarTable;

/** Registries of all versions for tests, and rows as they send them. */
final class RegTap {

    private static final Map<String, String> TABLES_1_0 = Map.of(
            "rr.resource", "ivoid res_type short_name res_title res_description waveband",
            "rr.capability", "ivoid cap_index standard_id",
            "rr.interface", "ivoid cap_index intf_index intf_type intf_role access_url",
            "rr.res_detail", "ivoid cap_index detail_xpath detail_value",
            "rr.res_role", "ivoid role_name base_role",
            "rr.res_subject", "ivoid res_subject",
            "rr.res_schema", "ivoid schema_index schema_name",
            "rr.res_table", "ivoid table_index schema_index table_name table_description table_utype",
            "rr.table_column", "ivoid table_index name ucd");

    static final Object[] HEAD = row(
            "relevance",
            "ivoid",
            "short_name",
            "res_title",
            "waveband",
            "cap_index",
            "standard_id",
            "intf_index",
            "intf_type",
            "intf_role",
            "access_url",
            "authenticated_only",
            "data_model",
            "publisher");

    private RegTap() {}

    static StarTable version(int minor) {
        List<Object[]> rows = new ArrayList<>();
        rows.add(row("TABLE_NAME", "column_name"));
        TABLES_1_0.forEach(
                (table, columns) -> Stream.of(columns.split(" ")).forEach(column -> rows.add(row(table, column))));
        if (minor >= 1) {
            rows.add(row("rr.interface", "authenticated_only"));
        }
        if (minor >= 2) {
            rows.add(row("rr.stc_spatial", "coverage"));
            rows.add(row("rr.tap_table", "svcid"));
            rows.add(row("rr.tap_table", "table_name"));
        }
        return StubTap.table(rows.toArray(Object[][]::new));
    }

    /** A registry of a version that answers every query but the first. */
    static StubTap registry(int minor, Function<TapQuery, StarTable> answer) {
        return new StubTap((query, m) -> schemaOr(minor, query, answer));
    }

    /** A registry that answers every search with the same rows, below {@link #HEAD}. */
    static StubTap registry(int minor, Object[]... rows) {
        Object[][] all =
                Stream.concat(Stream.<Object[]>of(HEAD), Stream.of(rows)).toArray(Object[][]::new);
        return registry(minor, query -> StubTap.table(all));
    }

    private static TapResult schemaOr(int minor, TapQuery query, Function<TapQuery, StarTable> answer) {
        boolean schema = query.adql().contains("tap_schema.columns");
        return StubTap.result(schema ? version(minor) : answer.apply(query), false);
    }

    /** A row for a TAP interface of a record. */
    static Object[] tap(String ivoid, String shortName, int relevance, String standard, String url) {
        return row(
                relevance,
                ivoid,
                shortName,
                "Title of " + shortName,
                "radio#optical",
                (short) 1,
                standard,
                (short) 1,
                "vs:paramhttp",
                "std",
                url,
                (short) 0,
                null,
                "A publisher");
    }
}

package org.volans.registry.internal;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.ServiceType;

/**
 * Constraints in ADQL. Each gives one condition on {@code s}, a row of {@code rr.resource}; conditions on other tables
 * are sub-selects of identifiers, which a database answers from one index each, never ORs over joins. The functions
 * {@code ivo_hasword}, {@code ivo_nocasematch} and {@code ivo_hashlist_has} are there on every registry (RegTAP 1.0,
 * section 9).
 */
final class ConstraintSql {

    static final String MODEL_XPATH = "/capability/dataModel/@ivo-id";

    /** Records that say what they cover. */
    private static final String STATED = "SELECT ivoid FROM rr.stc_spatial WHERE coverage IS NOT NULL";

    private final RegTapSchema schema;
    private final String registry;

    ConstraintSql(RegTapSchema schema, String registry) {
        this.schema = schema;
        this.registry = registry;
    }

    /**
     * The condition; empty for what is always met, and for keywords, which are a matter of relevance too: see
     * {@link #keyword}.
     */
    String condition(RegistryConstraint constraint) throws InputException {
        return switch (constraint) {
            case RegistryConstraint.Keywords k -> "";
            case RegistryConstraint.Type t -> type(t.type());
            case RegistryConstraint.Waveband w -> "1 = ivo_hashlist_has(s.waveband, " + literal(w.name()) + ")";
            case RegistryConstraint.DataModel m -> dataModel(m.name());
            case RegistryConstraint.ColumnUcd u -> columnUcd(u.pattern().strip());
            case RegistryConstraint.Covers c -> covers(c.position());
            case RegistryConstraint.CoversNot c -> in(STATED) + "\nAND NOT " + covers(c.position());
            case RegistryConstraint.CoverageUnknown u ->
                schema.has("rr.stc_spatial", "coverage") ? "NOT " + in(STATED) : "";
            case RegistryConstraint.ServedAt a -> servedAt(a.accessUrl());
            case RegistryConstraint.TableName n -> tableName(n.name());
            case RegistryConstraint.Named n -> named(n.identifierOrShortName().strip());
        };
    }

    /**
     * A derived table of the identifiers of records with a word in them, and the weight {@code w} of the best place
     * where it stands: 8 in the short name or a table's name, 4 in the title, 2 in a subject, 1 in a description.
     */
    String keyword(String word) {
        String like = literal("%" + word + "%");
        String text = literal(word);
        List<String> places = new ArrayList<>();
        places.add(place("ivoid", 8, "rr.resource", "1 = ivo_nocasematch(short_name, " + like + ")"));
        places.add(place("ivoid", 4, "rr.resource", "1 = ivo_hasword(res_title, " + text + ")"));
        places.add(place("ivoid", 1, "rr.resource", "1 = ivo_hasword(res_description, " + text + ")"));
        if (schema.hasTable("rr.res_subject")) {
            places.add(place("ivoid", 2, "rr.res_subject", "1 = ivo_nocasematch(res_subject, " + like + ")"));
        }
        if (schema.hasTable("rr.res_table")) {
            places.add(place("ivoid", 8, "rr.res_table", "1 = ivo_nocasematch(table_name, " + like + ")"));
            places.add(place("ivoid", 1, "rr.res_table", "1 = ivo_hasword(table_description, " + text + ")"));
        }
        if (schema.has("rr.tap_table", "svcid")) {
            places.add(place("svcid", 8, "rr.tap_table", "1 = ivo_nocasematch(table_name, " + like + ")"));
        }
        return "(SELECT ivoid, MAX(w) AS w FROM (" + String.join("\nUNION ALL ", places) + ") AS u GROUP BY ivoid)";
    }

    private static String place(String id, int weight, String table, String condition) {
        String column = id.equals("ivoid") ? id : id + " AS ivoid";
        return "SELECT " + column + ", " + weight + " AS w FROM " + table + " WHERE " + condition;
    }

    private static String type(ServiceType type) {
        String like = "standard_id LIKE " + literal(type.standard() + "%");
        // SIA 1 and 2 share the start of their identifiers
        String but = type == ServiceType.SIA
                ? " AND standard_id NOT LIKE " + literal(ServiceType.SIA2.standard() + "%")
                : "";
        return in("SELECT ivoid FROM rr.capability WHERE " + like + but);
    }

    private String dataModel(String name) {
        String pattern = modelPattern(name.strip().toLowerCase(Locale.ROOT));
        String details = "SELECT ivoid FROM rr.res_detail WHERE detail_xpath = " + literal(MODEL_XPATH) + " AND "
                + noCase("detail_value", pattern);
        // newer records say it by the utype of the table, not of the service
        return schema.has("rr.res_table", "table_utype")
                ? in(details + " UNION SELECT ivoid FROM rr.res_table WHERE " + noCase("table_utype", pattern))
                : in(details);
    }

    /** Identifiers come with and without versions: {@code obscore}, {@code obscore-1.0}, {@code obscore#core-1.1}. */
    private static String modelPattern(String name) {
        return switch (name) {
            case "epn", "epntap", "epncore" -> "ivo://%/std/epn%";
            default -> (name.startsWith("ivo:") ? name : "ivo://ivoa.net/std/" + name) + "%";
        };
    }

    private String columnUcd(String pattern) throws InputException {
        if (!schema.has("rr.table_column", "ucd")) {
            throw new InputException("the registry " + registry + " does not say what columns its records have (it has"
                    + " no rr.table_column): leave the UCD out or ask a registry that has it");
        }
        return in("SELECT ivoid FROM rr.table_column WHERE " + noCase("ucd", pattern));
    }

    private String covers(Position position) throws InputException {
        if (!schema.has("rr.stc_spatial", "coverage")) {
            throw new InputException("the registry " + registry
                    + " does not say what its records cover on the sky (it has no rr.stc_spatial, RegTAP 1.2):"
                    + " leave the position out or ask a registry that has it");
        }
        return in("SELECT ivoid FROM rr.stc_spatial WHERE 1 = CONTAINS(POINT(" + number(position.ra()) + ", "
                + number(position.dec()) + "), coverage)");
    }

    private static String servedAt(URI url) {
        return in("SELECT ivoid FROM rr.interface NATURAL JOIN rr.capability WHERE access_url = "
                + literal(url.toString())
                + " AND standard_id NOT LIKE '%#aux' AND standard_id NOT LIKE '%#query-aux%'");
    }

    private String tableName(String name) throws InputException {
        String bare = name.replace("\"", "").strip();
        int dot = bare.indexOf('.');
        Set<String> spellings = dot < 0
                ? Set.of(bare, '"' + bare + '"')
                : Set.of(bare, '"' + bare + '"', bare.substring(0, dot + 1) + '"' + bare.substring(dot + 1) + '"');
        String any =
                spellings.stream().sorted().map(n -> noCase("table_name", n)).collect(Collectors.joining(" OR "));
        List<String> parts = new ArrayList<>();
        if (schema.hasTable("rr.res_table")) {
            parts.add("SELECT ivoid FROM rr.res_table WHERE " + any);
        }
        if (schema.has("rr.tap_table", "svcid")) {
            parts.add("SELECT svcid AS ivoid FROM rr.tap_table WHERE " + any);
        }
        if (parts.isEmpty()) {
            throw new InputException("the registry " + registry + " does not say what tables its records have (it has"
                    + " neither rr.res_table nor rr.tap_table): name the service instead");
        }
        return in(String.join(" UNION ", parts));
    }

    private static String named(String name) {
        // identifiers are lower case in the tables (RegTAP 1.2, section 4.1); an index answers this
        return name.toLowerCase(Locale.ROOT).startsWith("ivo://")
                ? "s.ivoid = " + literal(name.toLowerCase(Locale.ROOT))
                : noCase("s.short_name", name);
    }

    private static String in(String select) {
        return "s.ivoid IN (" + select + ")";
    }

    static String noCase(String column, String pattern) {
        return "1 = ivo_nocasematch(" + column + ", " + literal(pattern) + ")";
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }
}

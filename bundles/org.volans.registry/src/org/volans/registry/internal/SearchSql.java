package org.volans.registry.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.volans.api.InputException;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryConstraint.Keywords;
import org.volans.api.registry.RegistryCursor;

/**
 * The one query behind a search: the inner select picks and ranks the records, the outer one joins to them what a
 * record consists of, so that the limit counts records, whatever the number of their interfaces.
 */
final class SearchSql {

    private final RegTapSchema schema;
    private final ConstraintSql constraints;

    SearchSql(RegTapSchema schema, String registry) {
        this.schema = schema;
        this.constraints = new ConstraintSql(schema, registry);
    }

    /**
     * Rows for {@link RecordReader}. Natural joins, as RegTAP is made for them (RegTAP 1.2, section 8): the same with
     * conditions takes DaCHS three times as long to translate.
     */
    String records(List<RegistryConstraint> wanted, int limit) throws InputException {
        return joined(picked(wanted, Optional.empty(), limit));
    }

    /** As {@link #records}, from a place on and in order, so that the last record tells where the next page begins. */
    String page(List<RegistryConstraint> wanted, Optional<RegistryCursor> after, int limit) throws InputException {
        return joined(picked(wanted, after, limit)) + "\nORDER BY " + order(words(wanted));
    }

    /** One row with the number of records. */
    String count(List<RegistryConstraint> wanted) throws InputException {
        return "SELECT COUNT(*) AS records" + from(words(wanted)) + where(conditions(wanted));
    }

    private String joined(String picked) {
        String auth = schema.has("rr.interface", "authenticated_only") ? ", authenticated_only" : "";
        boolean details = schema.hasTable("rr.res_detail");
        boolean roles = schema.hasTable("rr.res_role");
        return "SELECT relevance, ivoid, res_type, short_name, res_title, res_description, waveband, creator_seq,"
                + " reference_url, updated, cap_index, standard_id, intf_index, intf_type, intf_role, access_url" + auth
                + (details ? ", data_model" : "")
                + (roles ? ", publisher" : "")
                + "\nFROM " + picked
                + "\nNATURAL JOIN rr.resource"
                + "\nNATURAL LEFT OUTER JOIN rr.capability"
                + "\nNATURAL LEFT OUTER JOIN rr.interface"
                + (details
                        ? outer(
                                "ivoid, cap_index, detail_value AS data_model",
                                "rr.res_detail",
                                "detail_xpath = '" + ConstraintSql.MODEL_XPATH + "'",
                                "d")
                        : "")
                + (roles ? outer("ivoid, role_name AS publisher", "rr.res_role", "base_role = 'publisher'", "p") : "");
    }

    private static String outer(String columns, String table, String condition, String alias) {
        return "\nNATURAL LEFT OUTER JOIN (SELECT " + columns + " FROM " + table + " WHERE " + condition + ") AS "
                + alias;
    }

    private String picked(List<RegistryConstraint> wanted, Optional<RegistryCursor> after, int limit)
            throws InputException {
        List<String> words = words(wanted);
        List<String> conditions = conditions(wanted);
        after.ifPresent(cursor -> conditions.add(behind(cursor, words)));
        return "(SELECT TOP " + limit + " s.ivoid AS ivoid, " + relevance(words) + " AS relevance" + from(words)
                + where(conditions) + "\nORDER BY " + order(words) + ") AS h";
    }

    private static String relevance(List<String> words) {
        return words.isEmpty()
                ? "0"
                : IntStream.range(0, words.size()).mapToObj(n -> "k" + n + ".w").collect(Collectors.joining(" + "));
    }

    private static String order(List<String> words) {
        return words.isEmpty() ? "ivoid" : "relevance DESC, ivoid";
    }

    private static String behind(RegistryCursor cursor, List<String> words) {
        String later = "s.ivoid > " + ConstraintSql.literal(cursor.ivoid());
        return words.isEmpty()
                ? later
                : "(" + relevance(words) + " < " + cursor.relevance() + " OR (" + relevance(words) + " = "
                        + cursor.relevance() + " AND " + later + "))";
    }

    private String from(List<String> words) {
        StringBuilder sql = new StringBuilder("\nFROM rr.resource AS s");
        for (int n = 0; n < words.size(); n++) {
            sql.append("\nJOIN ").append(constraints.keyword(words.get(n)));
            sql.append(" AS k" + n + " ON (k" + n + ".ivoid = s.ivoid)");
        }
        return sql.toString();
    }

    private List<String> conditions(List<RegistryConstraint> wanted) throws InputException {
        List<String> conditions = new ArrayList<>();
        for (RegistryConstraint constraint : wanted) {
            String condition = constraints.condition(constraint);
            if (!condition.isEmpty()) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : "\nWHERE " + String.join("\nAND ", conditions);
    }

    private static List<String> words(List<RegistryConstraint> wanted) {
        return wanted.stream()
                .filter(Keywords.class::isInstance)
                .flatMap(k -> ((Keywords) k).words().stream())
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
    }
}

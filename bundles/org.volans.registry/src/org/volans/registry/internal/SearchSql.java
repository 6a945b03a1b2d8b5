package org.volans.registry.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.volans.api.InputException;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryConstraint.Keywords;

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

    /** Rows for {@link RecordReader}. */
    String records(List<RegistryConstraint> wanted, int limit) throws InputException {
        String auth = schema.has("rr.interface", "authenticated_only") ? ", i.authenticated_only" : "";
        boolean details = schema.hasTable("rr.res_detail");
        boolean roles = schema.hasTable("rr.res_role");
        return "SELECT h.relevance, r.ivoid, r.res_type, r.short_name, r.res_title, r.res_description, r.waveband,"
                + " r.creator_seq, r.reference_url, r.updated, c.cap_index, c.standard_id, i.intf_index, i.intf_type,"
                + " i.intf_role, i.access_url" + auth
                + (details ? ", d.detail_value AS data_model" : "")
                + (roles ? ", p.role_name AS publisher" : "")
                + "\nFROM " + picked(wanted, limit)
                + "\nJOIN rr.resource AS r ON (r.ivoid = h.id)"
                + "\nLEFT OUTER JOIN rr.capability AS c ON (c.ivoid = r.ivoid)"
                + "\nLEFT OUTER JOIN rr.interface AS i ON (i.ivoid = c.ivoid AND i.cap_index = c.cap_index)"
                + (details
                        ? "\nLEFT OUTER JOIN rr.res_detail AS d ON (d.ivoid = c.ivoid AND d.cap_index = c.cap_index"
                                + " AND d.detail_xpath = '/capability/dataModel/@ivo-id')"
                        : "")
                + (roles
                        ? "\nLEFT OUTER JOIN rr.res_role AS p ON (p.ivoid = r.ivoid AND p.base_role = 'publisher')"
                        : "");
    }

    private String picked(List<RegistryConstraint> wanted, int limit) throws InputException {
        List<String> words = words(wanted);
        String relevance = words.isEmpty()
                ? "0"
                : IntStream.range(0, words.size()).mapToObj(n -> "k" + n + ".w").collect(Collectors.joining(" + "));
        StringBuilder sql = new StringBuilder(
                "(SELECT TOP " + limit + " s.ivoid AS id, " + relevance + " AS relevance\nFROM rr.resource AS s");
        for (int n = 0; n < words.size(); n++) {
            sql.append("\nJOIN ").append(constraints.keyword(words.get(n)));
            sql.append(" AS k" + n + " ON (k" + n + ".ivoid = s.ivoid)");
        }
        List<String> conditions = new ArrayList<>();
        for (RegistryConstraint constraint : wanted) {
            String condition = constraints.condition(constraint);
            if (!condition.isEmpty()) {
                conditions.add(condition);
            }
        }
        if (!conditions.isEmpty()) {
            sql.append("\nWHERE ").append(String.join("\nAND ", conditions));
        }
        return sql.append("\nORDER BY ")
                .append(words.isEmpty() ? "id" : "relevance DESC, id")
                .append(") AS h")
                .toString();
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

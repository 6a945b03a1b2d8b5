package org.volans.registry.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A condition that finds records whose names look like one that does not exist. */
final class SimilarSql {

    private SimilarSql() {}

    /**
     * Short names that start or end alike, and titles with the word; or, for an identifier, those with the same
     * authority or the same last part.
     */
    static String condition(String name, boolean identifier) {
        List<String> any = new ArrayList<>();
        if (identifier) {
            String[] parts = name.substring("ivo://".length()).split("/");
            any.add(ConstraintSql.noCase("s.ivoid", "ivo://" + parts[0] + "/%"));
            any.add(ConstraintSql.noCase("s.ivoid", "%/" + parts[parts.length - 1]));
            return "(" + String.join(" OR ", any) + ")";
        }
        for (String pattern : patterns(name)) {
            any.add(ConstraintSql.noCase("s.short_name", pattern));
        }
        any.add("1 = ivo_hasword(s.res_title, " + ConstraintSql.literal(name) + ")");
        return "(" + String.join(" OR ", any) + ")";
    }

    private static Set<String> patterns(String name) {
        int half = Math.max(1, (name.length() + 1) / 2);
        Set<String> patterns = new LinkedHashSet<>();
        patterns.add("%" + name + "%");
        patterns.add(name.substring(0, half) + "%");
        patterns.add("%" + name.substring(name.length() - half));
        return patterns;
    }
}

package org.volans.plugins.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The manifest's Import-Package of a Java source, so that the two agree. */
final class JavaImports {

    /** Its groups are the package and the class. */
    static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([a-z][a-z0-9_.]*)\\.([A-Z]\\w*)[\\w.*]*;$");

    /** What comes by Require-Bundle: a package that is split over two bundles of the platform; the SDK and AssertJ. */
    private static final Pattern REQUIRED =
            Pattern.compile("org\\.eclipse\\.core\\.runtime|org\\.volans\\.sdk\\..*|org\\.assertj\\..*");

    /** The table model of the API: the compiler wants to know it wherever a table is passed on. */
    private static final String TABLES = "uk.ac.starlink.table";

    private static final Set<String> WITH_TABLES = Set.of("org.volans.api.handler", "org.volans.api.table");

    private static final String ANNOTATIONS = "org.osgi.service.component.annotations";

    private JavaImports() {}

    /** The classes that a source imports, by their simple names. */
    static List<String> types(String source) {
        List<String> types = new ArrayList<>();
        Matcher matcher = IMPORT.matcher(source);
        while (matcher.find()) {
            types.add(matcher.group(2));
        }
        return types;
    }

    /**
     * The value of the header, a line for each package.
     *
     * @param own    the bundle's own package
     * @param ranges the version range of a package, empty for any
     */
    static String manifest(String source, String own, Function<String, String> ranges) {
        TreeSet<String> packages = new TreeSet<>();
        Matcher matcher = IMPORT.matcher(source);
        while (matcher.find()) {
            packages.add(matcher.group(1));
        }
        if (packages.stream().anyMatch(WITH_TABLES::contains)) {
            packages.add(TABLES);
        }
        packages.removeIf(name -> name.startsWith("java.")
                || name.equals(own)
                || REQUIRED.matcher(name).matches());
        return String.join(
                ",\n ", packages.stream().map(name -> clause(name, ranges)).toList());
    }

    private static String clause(String name, Function<String, String> ranges) {
        if (name.equals(ANNOTATIONS)) {
            return name + ";resolution:=optional"; // read by the build alone
        }
        String range = ranges.apply(name);
        return range.isEmpty() ? name : name + ";version=\"" + range + "\"";
    }
}

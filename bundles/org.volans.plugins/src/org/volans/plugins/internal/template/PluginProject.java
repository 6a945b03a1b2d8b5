package org.volans.plugins.internal.template;

import com.samskivert.mustache.Mustache;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The files of a new plug-in's project, made of the templates beside this class: {@code project} has what every project has,
 * {@code kinds/KIND} the sources of a kind, {@code kinds} what several kinds share, with blocks that theirs fill.
 */
final class PluginProject {

    /** The one file that is a program. */
    static final String WRAPPER = "mvnw";

    /** Templates that every project has, and where they go. */
    private static final Map<String, String> COMMON = ordered(
            "readme.md", "README.md",
            "pom.xml", "pom.xml",
            "mvnw", WRAPPER,
            "gitignore", ".gitignore",
            "build.yml", ".github/workflows/build.yml",
            "bundle/manifest.mf", "{{id}}/META-INF/MANIFEST.MF",
            "bundle/build.properties", "{{id}}/build.properties",
            "bundle/pom.xml", "{{id}}/pom.xml",
            "bundle/project.xml", "{{id}}/.project",
            "bundle/classpath.xml", "{{id}}/.classpath",
            "tests/manifest.mf", "{{id}}.tests/META-INF/MANIFEST.MF",
            "tests/build.properties", "{{id}}.tests/build.properties",
            "tests/pom.xml", "{{id}}.tests/pom.xml",
            "tests/project.xml", "{{id}}.tests/.project",
            "bundle/classpath.xml", "{{id}}.tests/.classpath",
            "feature/feature.xml", "{{id}}.feature/feature.xml",
            "feature/build.properties", "{{id}}.feature/build.properties",
            "feature/pom.xml", "{{id}}.feature/pom.xml",
            "feature/project.xml", "{{id}}.feature/.project",
            "site/category.xml", "{{id}}.site/category.xml",
            "site/pom.xml", "{{id}}.site/pom.xml");

    private final PluginName name;
    private final PluginKind kind;
    private final Map<String, String> model = new HashMap<>();

    /**
     * @param site   the address of Volans' update site
     * @param ranges the version range in which a package is imported, empty for any
     */
    PluginProject(PluginName name, PluginKind kind, String site, Function<String, String> ranges) {
        this.name = name;
        this.kind = kind;
        model.put("id", name.id());
        model.put("folder", name.folder());
        model.put("word", name.word());
        model.put("command", name.command());
        model.put("label", name.label());
        model.put("path", name.path());
        model.put("kind", kind.toString());
        model.put("interface", kind.type().getSimpleName());
        model.put("package", kind.type().getPackageName());
        model.put("event", kind.event());
        model.put("site", site);
        model.put("class", name.type() + kind.suffix());
        // a plug-in called "row" must not hide the RowHandler that its handler is
        if (JavaImports.types(java("class")).contains(model.get("class"))) {
            model.put("class", "My" + model.get("class"));
        }
        model.put("imports", JavaImports.manifest(java("class"), name.id(), ranges));
        model.put("testImports", JavaImports.manifest(java("test"), name.id(), ranges));
        model.put("try", fill("kinds/" + kind + "/try.md", false).strip());
    }

    /** Its files by their paths in the project, in the order in which to look at them. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(source(), java("class"));
        files.put(name.id() + ".tests/src/" + name.path() + "/" + model.get("class") + "Test.java", java("test"));
        COMMON.forEach((path, template) ->
                files.put(path.replace("{{id}}", name.id()), fill("project/" + template, template.endsWith(".xml"))));
        return files;
    }

    /** The file to begin with. */
    String source() {
        return name.id() + "/src/" + name.path() + "/" + model.get("class") + ".java";
    }

    private String java(String role) {
        return JavaSource.tidied(fill("kinds/" + kind + "/" + role + ".java", false));
    }

    private String fill(String template, boolean xml) {
        return Mustache.compiler()
                .escapeHTML(xml)
                .withLoader(PluginProject::template)
                .loadTemplate(template)
                .execute(model);
    }

    private static Reader template(String name) {
        String resource = name + ".mustache";
        InputStream in = PluginProject.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("no template " + resource);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i + 1], pairs[i]);
        }
        return map;
    }
}

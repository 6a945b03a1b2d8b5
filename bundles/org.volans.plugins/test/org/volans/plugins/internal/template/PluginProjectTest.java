package org.volans.plugins.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written for each kind; that it builds and works is a matter of the product's tests. */
class PluginProjectTest {

    private static Map<String, String> files(String name, PluginKind kind) {
        return files(name, kind, "file:/site/");
    }

    private static Map<String, String> files(String name, PluginKind kind, String site) {
        PluginName plugin = PluginName.of(name, Optional.empty());
        return new PluginProject(plugin, kind, site, p -> p.startsWith("org.volans.") ? "[0.1,0.2)" : "").files();
    }

    private static Attributes manifest(String text) throws IOException {
        return new Manifest(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).getMainAttributes();
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingToFillIn(PluginKind kind) {
        Map<String, String> files = files("galactic", kind);
        assertThat(files).hasSizeGreaterThan(20);
        files.forEach((path, text) -> {
            assertThat(path).doesNotContain("{{").doesNotStartWith("/");
            if (!path.endsWith("build.yml")) {
                assertThat(text).as(path).doesNotContain("{{").endsWith("\n");
            }
            assertThat(text).as(path).doesNotContain("<%").isNotBlank();
        });
    }

    @ParameterizedTest
    @EnumSource
    void classesAreWhereTheyBelong(PluginKind kind) {
        Map<String, String> files = files("org.example.galactic", kind);
        String type = "Galactic" + kind.suffix();
        assertThat(files.get("org.example.galactic/src/org/example/galactic/" + type + ".java"))
                .startsWith("package org.example.galactic;\n")
                .contains("public final class " + type + " ");
        assertThat(files.get("org.example.galactic.tests/src/org/example/galactic/" + type + "Test.java"))
                .startsWith("package org.example.galactic;\n")
                .contains("class " + type + "Test ");
    }

    /** What authors may implement has a contract in the SDK. */
    @Test
    void thereIsAKindForEachContract() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../org.volans.sdk/src/org/volans/sdk/contract"))) {
            List<String> contracts = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Contract.java") && !name.equals("HandlerContract.java"))
                    .toList();
            assertThat(PluginKind.values())
                    .extracting(kind -> kind.type().getSimpleName() + "Contract.java")
                    .containsExactlyInAnyOrderElementsOf(contracts);
        }
    }

    /** The two of a kind share templates with other kinds. */
    @ParameterizedTest
    @EnumSource
    void classesAreLaidOutAsBefitsThem(PluginKind kind) {
        files("galactic", kind).forEach((path, text) -> {
            if (path.endsWith(".java")) {
                assertThat(text)
                        .as(path)
                        .doesNotContain("\n\n\n", "{\n\n}", "\n\n    }", " \n", "\t")
                        .endsWith("\n}\n");
                assertThat(text.lines())
                        .as(path)
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void theManifestImportsWhatTheCodeDoes(PluginKind kind) throws Exception {
        Map<String, String> files = files("galactic", kind);
        Attributes manifest = manifest(files.get("org.example.galactic/META-INF/MANIFEST.MF"));
        assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo("org.example.galactic");
        String imports = manifest.getValue("Import-Package");
        assertThat(imports)
                .contains("org.osgi.service.component.annotations;resolution:=optional")
                .containsPattern("org\\.volans\\.api\\.\\w+;version=\"\\[0\\.1,0\\.2\\)\"")
                .doesNotContain("java.", "org.eclipse.core.runtime", "org.example");
        Attributes tests = manifest(files.get("org.example.galactic.tests/META-INF/MANIFEST.MF"));
        assertThat(tests.getValue("Import-Package")).contains("org.junit.jupiter.api");
    }

    @ParameterizedTest
    @EnumSource
    void xmlIsWellFormedWhateverTheSite(PluginKind kind) throws Exception {
        for (Map.Entry<String, String> file :
                files("galactic", kind, "https://example.org/p2?a=1&b=2").entrySet()) {
            if (file.getKey().endsWith(".xml") || file.getKey().endsWith(".project")) {
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(file.getValue().getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    /** A handler of rows called "row" would be a RowHandler that implements itself. */
    @Test
    void noClassHidesOneThatItUses() {
        assertThat(files("row", PluginKind.ROW).keySet().iterator().next()).endsWith("/MyRowHandler.java");
        assertThat(files("cli", PluginKind.COMMAND).keySet().iterator().next()).endsWith("/MyCliCommand.java");
    }
}

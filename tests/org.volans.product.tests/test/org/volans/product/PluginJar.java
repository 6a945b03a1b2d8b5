package org.volans.product;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A bundle made from a few lines of Java, against the API of the product. */
final class PluginJar {

    private final String name;
    private final String version;
    private final List<Import> imports = new ArrayList<>();
    private final List<String> components = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private Path product = Volans.PRODUCT;
    private JarSignature signature;
    private boolean tampered;

    /** A line of {@code Import-Package}. */
    record Import(String name, String range) {}

    PluginJar(String name, String version) {
        this.name = name;
        this.version = version;
    }

    String name() {
        return name;
    }

    String version() {
        return version;
    }

    List<Import> imports() {
        return imports;
    }

    String fileName() {
        return name + "_" + version + ".jar";
    }

    PluginJar importing(String packageName, String range) {
        imports.add(new Import(packageName, range));
        return this;
    }

    PluginJar header(String key, String value) {
        headers.put(key, value);
        return this;
    }

    /** A component that is a handler or a command, by the property that says under which name. */
    PluginJar component(String type, String service, String property, String value, String more) {
        String path = "OSGI-INF/" + type + ".xml";
        components.add(path);
        entries.put(
                path,
                ("<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.3.0' name='" + type + "'>"
                                + "<property name='" + property + "' value='" + value + "'/>"
                                + "<property name='volans.command.summary' value='a test'/>"
                                + "<service><provide interface='" + service + "'/></service>" + more
                                + "<implementation class='" + type + "'/></scr:component>")
                        .getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Compiled against another product than the headless one. */
    PluginJar against(Path other) {
        product = other;
        return this;
    }

    /** Compiles classes of the package {@code trial}, by simple name; those to be left out of the jar are named. */
    PluginJar compiled(Path scratch, Map<String, String> sources, String... missing) throws IOException {
        Path code = Files.createDirectories(scratch.resolve(name).resolve("trial"));
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-nowarn", "--release", "21", "-cp", classPath()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = code.resolve(source.getKey() + ".java");
            Files.writeString(
                    file,
                    "package trial;\n@picocli.CommandLine.Command public class " + source.getKey() + " "
                            + source.getValue());
            arguments.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int failures = compiler.run(null, null, null, arguments.toArray(String[]::new));
        if (failures != 0) {
            throw new IllegalStateException("a test's own plug-in does not compile");
        }
        for (String type : sources.keySet()) {
            if (!List.of(missing).contains(type)) {
                entries.put("trial/" + type + ".class", Files.readAllBytes(code.resolve(type + ".class")));
            }
        }
        return this;
    }

    private String classPath() throws IOException {
        try (Stream<Path> jars = Files.list(product.resolve("plugins"))) {
            return jars.map(Path::toString).collect(Collectors.joining(":"));
        }
    }

    /** @param author the distinguished name (RFC 2253) of who signs it, with a key of the moment */
    PluginJar signedBy(String author) {
        entries.put("text", "as it was signed".getBytes(StandardCharsets.UTF_8));
        signature = new JarSignature(author);
        return this;
    }

    /** The same signature, another content. */
    PluginJar tampered() {
        tampered = true;
        return this;
    }

    String manifest() {
        StringBuilder text = new StringBuilder("Manifest-Version: 1.0\nBundle-ManifestVersion: 2\n"
                + "Bundle-SymbolicName: " + name + "\nBundle-Version: " + version
                + "\nBundle-ActivationPolicy: lazy\n");
        if (!imports.isEmpty()) {
            text.append("Import-Package: ")
                    .append(imports.stream()
                            .map(each -> each.name() + ";version=\"" + each.range() + "\"")
                            .collect(Collectors.joining(",\n ")))
                    .append('\n');
        }
        if (!components.isEmpty()) {
            text.append("Service-Component: ")
                    .append(String.join(",\n ", components))
                    .append('\n');
        }
        headers.forEach(
                (key, value) -> text.append(key).append(": ").append(value).append('\n'));
        return text.toString();
    }

    byte[] bytes() throws IOException {
        byte[] jar = signature == null ? unsigned() : signature.sign(unsigned());
        return tampered ? JarSignature.exchange(jar, "text", "as it was not signed") : jar;
    }

    private byte[] unsigned() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write((manifest() + "\n").getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}

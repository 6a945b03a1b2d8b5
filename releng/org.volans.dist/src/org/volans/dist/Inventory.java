package org.volans.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What is in a product, from what p2 wrote down when it installed it: Tycho notes there which Maven artifact a bundle is. */
final class Inventory {

    /** A bundle of ours that has a library in it names it in its POM, for the plug-in that unpacks it. */
    private static final Pattern UNPACKED = Pattern.compile("<artifact>([^:<]+):([^:<]+):([^:<]+)(?::jar)?</artifact>");

    private final Path sources;

    Inventory(Path sources) {
        this.sources = sources;
    }

    /** The bundles of the product, by name; fails if a file in {@code plugins} is none of them. */
    List<Component> of(Path product) throws IOException {
        Path plugins = product.resolve("plugins");
        Set<Path> files = new HashSet<>(children(plugins));
        List<Component> components = new ArrayList<>();
        NodeList units = profile(product).getElementsByTagName("unit");
        for (int i = 0; i < units.getLength(); i++) {
            Element unit = (Element) units.item(i);
            String name = unit.getAttribute("id");
            String version = unit.getAttribute("version");
            Path folder = plugins.resolve(name + "_" + version);
            Path jar = plugins.resolve(name + "_" + version + ".jar");
            Path file = files.contains(jar) ? jar : folder;
            if (files.remove(file)) {
                components.add(component(name, version, properties(unit), file));
            }
        }
        if (!files.isEmpty()) {
            throw new IOException("p2 knows nothing of " + files);
        }
        components.sort((a, b) -> (a.name() + a.version()).compareTo(b.name() + b.version()));
        return components;
    }

    private Component component(String name, String version, Map<String, String> properties, Path file)
            throws IOException {
        String prefix = properties.containsKey("maven-wrapped-groupId") ? "maven-wrapped-" : "maven-";
        String group = properties.get(prefix + "groupId");
        if (group == null) {
            throw new IOException(file + ": p2 does not say which Maven artifact it is");
        }
        String artifact = properties.get(prefix + "artifactId");
        List<Component> parts = group.equals("org.volans") ? unpacked(name, file) : List.of();
        return new Component(name, version, group, artifact, properties.get(prefix + "version"), file, parts);
    }

    private List<Component> unpacked(String bundle, Path jar) throws IOException {
        String pom = Files.readString(sources.resolve("bundles").resolve(bundle).resolve("pom.xml"));
        List<Component> parts = new ArrayList<>();
        for (Matcher found = UNPACKED.matcher(pom); found.find(); ) {
            String artifact = found.group(2);
            String version = found.group(3);
            parts.add(new Component(artifact, version, found.group(1), artifact, version, jar, List.of()));
        }
        return parts;
    }

    private static Map<String, String> properties(Element unit) {
        Map<String, String> properties = new HashMap<>();
        NodeList found = unit.getElementsByTagName("property");
        for (int i = 0; i < found.getLength(); i++) {
            Element property = (Element) found.item(i);
            properties.put(property.getAttribute("name"), property.getAttribute("value"));
        }
        return properties;
    }

    private static Document profile(Path product) throws IOException {
        Path registry = product.resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry/DefaultProfile.profile");
        List<Path> states = children(registry).stream()
                .filter(path -> path.toString().endsWith(".profile.gz"))
                .sorted()
                .toList();
        if (states.isEmpty()) {
            throw new IOException("no profile in " + registry);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(states.getLast()))) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(states.getLast() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}

package org.volans.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.handler.Handler;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What bundles contribute under names that must be unique: handlers and commands, read from their component descriptions (OSGi
 * Compendium 112.4), without starting anything.
 *
 * @param bundle the symbolic name
 * @param kind in people's words
 * @param name the handler's id or the command's name
 */
record Contributions(String bundle, String kind, String name) {

    private static final Map<String, String> KINDS =
            Map.of(Handler.ID, "the handler id", CliCommand.NAME, "the command");

    /** A component with a ranking of its own takes the place of another on purpose. */
    private static final String RANKING = "service.ranking";

    /**
     * The first name that a bundle that comes would share with another one.
     *
     * @param staying the jars of the bundles that are there and stay
     * @param coming the jars of those that come
     */
    static Optional<String> conflict(Collection<Path> staying, Collection<Path> coming)
            throws VoException, IOException {
        Map<String, Contributions> taken = new HashMap<>();
        for (Path jar : staying) {
            of(jar).forEach(c -> taken.put(c.kind + c.name, c));
        }
        for (Path jar : coming) {
            for (Contributions contribution : of(jar)) {
                @Nullable Contributions first = taken.putIfAbsent(contribution.kind + contribution.name, contribution);
                if (first != null && !first.bundle.equals(contribution.bundle)) {
                    return Optional.of(contribution.bundle + " brings " + contribution.kind + " '" + contribution.name
                            + "', which " + first.bundle
                            + " has already: one of the two must go, or its author choose another name");
                }
            }
        }
        return Optional.empty();
    }

    static List<Contributions> of(Path jar) throws VoException, IOException {
        List<Contributions> found = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            @Nullable Manifest manifest = file.getManifest();
            Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
            @Nullable String descriptions = main.getValue("Service-Component");
            for (String path : descriptions == null ? new String[0] : descriptions.split(",")) {
                // the last part of a path may hold asterisks (112.4.1)
                String pattern = Pattern.quote(path.strip()).replace("*", "\\E[^/]*\\Q");
                for (ZipEntry entry :
                        file.stream().filter(e -> e.getName().matches(pattern)).toList()) {
                    try (InputStream in = file.getInputStream(entry)) {
                        found.addAll(of(symbolicName(main, jar), jar, in));
                    }
                }
            }
        } catch (ZipException e) {
            throw new InputException(jar.getFileName() + " is no readable jar: " + e.getMessage(), e);
        }
        return found;
    }

    private static String symbolicName(Attributes manifest, Path jar) {
        @Nullable String name = manifest.getValue("Bundle-SymbolicName");
        return name == null ? jar.getFileName().toString() : name.split(";")[0].strip();
    }

    private static List<Contributions> of(String bundle, Path jar, InputStream description)
            throws VoException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the JDK's own prints
            NodeList nodes = builder.parse(description).getElementsByTagName("property");
            List<Element> properties = Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
                    .map(i -> (Element) nodes.item(i))
                    .toList();
            if (properties.stream().anyMatch(p -> p.getAttribute("name").equals(RANKING))) {
                return List.of();
            }
            return properties.stream()
                    .filter(p -> KINDS.containsKey(p.getAttribute("name")))
                    .map(p -> new Contributions(bundle, KINDS.get(p.getAttribute("name")), p.getAttribute("value")))
                    .toList();
        } catch (SAXException | ParserConfigurationException e) {
            throw new InputException(
                    jar.getFileName() + " has a component description that is no XML: " + e.getMessage(), e);
        }
    }
}

package org.volans.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Under which licence each library is: {@code licences/list}, and the texts beside it. */
final class Licences {

    private static final String ANY = "*";

    private final Path texts;
    private final Map<String, String> expressions = new LinkedHashMap<>();

    Licences(Path folder) throws IOException {
        texts = folder.resolve("texts");
        for (String line : Files.readAllLines(folder.resolve("list"))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.strip().split("\\s+", 2);
            if (words.length < 2 || expressions.put(words[0], words[1]) != null) {
                throw new IOException(
                        folder.resolve("list") + ": not \"group:artifact licence\", or given twice: " + line);
            }
        }
    }

    /** An SPDX expression; fails for what is not in the list. */
    String of(Component component) throws IOException {
        String exactly = expressions.get(component.coordinates());
        String expression = exactly != null ? exactly : expressions.get(component.group() + ":" + ANY);
        if (expression == null) {
            throw new IOException("no licence is known for " + component.coordinates() + " " + component.release()
                    + ": look it up and add it to releng/org.volans.dist/licences/list");
        }
        return expression;
    }

    /** Writes the list of what is shipped and the texts of the licences it names into the folder. */
    void write(List<Component> components, String alsoShipped, Path folder) throws IOException {
        Files.createDirectories(folder);
        SortedSet<String> needed = new TreeSet<>();
        StringBuilder list = new StringBuilder("""
                # Licences

                Volans is under the Eclipse Public License 2.0 (EPL-2.0.txt). It is shipped together with these libraries, each under its
                own licence; the texts are beside this file. "OR" leaves the choice to you. Where a library's jar has a licence or a notice
                in it, that holds too. Their sources are where the coordinates point to, on Maven Central.

                | library | version | licence |
                |---|---|---|
                """);
        for (Component component : withParts(components)) {
            String expression = of(component);
            needed.addAll(ids(expression));
            if (!component.isOurs()) {
                list.append("| %s | %s | %s |%n".formatted(component.coordinates(), component.release(), expression));
            }
        }
        list.append(alsoShipped);
        Files.writeString(folder.resolve("LICENCES.md"), list);
        for (String id : needed) {
            Path text = texts.resolve(id + ".txt");
            if (!Files.exists(text)) {
                throw new IOException("the text of " + id + " is missing: " + text);
            }
            Files.copy(text, folder.resolve(text.getFileName()));
        }
    }

    static List<Component> withParts(List<Component> components) {
        return components.stream()
                .flatMap(one -> Stream.concat(Stream.of(one), one.parts().stream()))
                .toList();
    }

    /** The names in an expression: of licences and of exceptions. LGPL-3.0 is a supplement to GPL-3.0. */
    static SortedSet<String> ids(String expression) {
        SortedSet<String> ids = new TreeSet<>();
        for (String word : expression.split("[\\s()]+")) {
            if (!word.isEmpty() && !List.of("OR", "AND", "WITH").contains(word)) {
                ids.add(word);
            }
            if (word.startsWith("LGPL-3.0")) {
                ids.add("GPL-3.0-or-later");
            }
        }
        return ids;
    }
}

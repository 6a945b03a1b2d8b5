package org.volans.plugins.internal.template;

import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a Java source that was put together of several templates look as if it had been written as one. */
final class JavaSource {

    private static final Pattern HEAD_OF_METHOD = Pattern.compile("((?:\\)|throws \\w+) \\{\n)\n+");

    private JavaSource() {}

    /**
     * With its imports in order, wherever they stand, each once and only those that it uses: a template that several kinds share
     * imports what some of them need.
     */
    static String tidied(String source) {
        int head = source.indexOf(';') + 1;
        String code = blanks(JavaImports.IMPORT.matcher(source.substring(head)).replaceAll(""));
        Map<Boolean, TreeSet<String>> used = JavaImports.IMPORT
                .matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(line -> uses(code, line.substring(line.lastIndexOf('.') + 1, line.length() - 1)))
                .collect(Collectors.partitioningBy(
                        line -> line.startsWith("import static "), Collectors.toCollection(TreeSet::new)));
        return Stream.of(
                        source.substring(0, head),
                        String.join("\n", used.get(true)),
                        String.join("\n", used.get(false)),
                        code.strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static boolean uses(String code, String name) {
        return Pattern.compile("\\b" + name + "\\b").matcher(code).find();
    }

    /** Without blank lines that a template leaves around what another one puts into it. */
    private static String blanks(String code) {
        return HEAD_OF_METHOD
                .matcher(code.replaceAll("\n{3,}", "\n\n"))
                .replaceAll("$1")
                .replaceAll("\n\n( *})", "\n$1");
    }
}

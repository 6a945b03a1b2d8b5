package org.volans.product;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page in Markdown that can be followed: what it types into a terminal and what it says that comes out, and the files it has its
 * reader make.
 *
 * <p>A block marked {@code console} holds commands, each after {@code "$ "} (one that ends with a backslash goes on in the next line),
 * and below each its output. A block after a comment {@code <!-- file: NAME -->} is the content of that file.
 */
record ConsolePage(List<Part> parts) {

    private static final Pattern FILE = Pattern.compile("<!-- file: (\\S+) -->");
    private static final String FENCE = "```";

    /** A stretch of the page. */
    sealed interface Part {

        /** As it stands on the page. */
        Stream<String> lines();
    }

    /** Lines to be read only. */
    record Prose(List<String> text) implements Part {
        @Override
        public Stream<String> lines() {
            return text.stream();
        }
    }

    /** A file to be made; its block's fences are prose. */
    record Made(String name, List<String> content) implements Part {
        @Override
        public Stream<String> lines() {
            return content.stream();
        }
    }

    /** A command, as its lines stand after the prompt, and what comes out. */
    record Exchange(List<String> command, List<String> output) implements Part {
        @Override
        public Stream<String> lines() {
            Stream<String> first = Stream.of("$ " + command.getFirst());
            return Stream.of(first, command.stream().skip(1), output.stream()).flatMap(s -> s);
        }

        /** The command as the shell gets it. */
        String typed() {
            return String.join("\n", command);
        }

        /** Whether it goes on while the next command is typed. */
        boolean inBackground() {
            return command.getLast().endsWith("&");
        }

        Exchange with(List<String> newOutput) {
            return new Exchange(command, newOutput);
        }
    }

    static ConsolePage parse(List<String> lines) {
        List<Part> parts = new ArrayList<>();
        String file = "";
        for (int at = 0; at < lines.size(); at++) {
            parts.add(new Prose(List.of(lines.get(at))));
            Matcher marked = FILE.matcher(lines.get(at));
            if (marked.matches()) {
                file = marked.group(1);
            } else if (lines.get(at).startsWith(FENCE)) {
                List<String> block = block(lines, at + 1);
                if (!file.isEmpty()) {
                    parts.add(new Made(file, block));
                } else if (lines.get(at).equals(FENCE + "console")) {
                    parts.addAll(exchanges(block));
                } else {
                    parts.add(new Prose(block));
                }
                at += block.size() + 1;
                parts.add(new Prose(List.of(lines.get(at))));
                file = "";
            }
        }
        return new ConsolePage(parts);
    }

    private static List<String> block(List<String> lines, int start) {
        int end = start;
        while (!lines.get(end).equals(FENCE)) {
            end++;
        }
        return lines.subList(start, end);
    }

    private static List<Exchange> exchanges(List<String> block) {
        List<Exchange> found = new ArrayList<>();
        for (int at = 0; at < block.size(); ) {
            if (!block.get(at).startsWith("$ ")) {
                throw new IllegalArgumentException("output before the first command of a block: " + block.get(at));
            }
            List<String> command = new ArrayList<>(List.of(block.get(at++).substring(2)));
            while (command.getLast().endsWith("\\")) {
                command.add(block.get(at++));
            }
            int end = at;
            while (end < block.size() && !block.get(end).startsWith("$ ")) {
                end++;
            }
            found.add(new Exchange(command, block.subList(at, end)));
            at = end;
        }
        return found;
    }

    List<String> lines() {
        return parts.stream().flatMap(Part::lines).toList();
    }
}

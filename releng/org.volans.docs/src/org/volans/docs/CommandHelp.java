package org.volans.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What commands say of themselves, as it stands in their pages: a comment {@code <!-- help: volans tap query -->} and the block of code
 * after it. The block is the output of that command with {@code --help}; a test of the product compares them.
 *
 * @param command the words after {@code volans}
 * @param text the block
 */
public record CommandHelp(List<String> command, String text) {

    private static final Pattern BLOCK =
            Pattern.compile("<!-- help: volans ([^>]*?) ?-->\n+```text\n(.*?)```\n", Pattern.DOTALL);

    /** All blocks of a page. */
    public static List<CommandHelp> in(String page) {
        return BLOCK.matcher(page).results().map(CommandHelp::of).toList();
    }

    /** Runs the commands of all pages and puts their words into the blocks; returns how many blocks there were. */
    static int refresh(Path root, Path product) throws IOException, InterruptedException {
        List<Path> pages;
        try (Stream<Path> docs = Files.walk(root.resolve(Book.DOCS))) {
            pages = docs.filter(Output::isPage).sorted().toList();
        }
        int count = 0;
        for (Path page : pages) {
            String old = Files.readString(page);
            StringBuilder fresh = new StringBuilder();
            int end = 0;
            for (MatchResult block : BLOCK.matcher(old).results().toList()) {
                fresh.append(old, end, block.start(2))
                        .append(output(product, of(block).command()));
                end = block.end(2);
                count++;
            }
            fresh.append(old.substring(end));
            if (!fresh.toString().equals(old)) {
                Files.writeString(page, fresh);
                System.out.println(root.relativize(page));
            }
        }
        return count;
    }

    private static CommandHelp of(MatchResult block) {
        return new CommandHelp(
                Stream.of(block.group(1).split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList(),
                block.group(2));
    }

    private static String output(Path product, List<String> command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(product.resolve("volans").toString());
        words.addAll(command);
        words.add("--help");
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + " failed");
        }
        return text;
    }
}

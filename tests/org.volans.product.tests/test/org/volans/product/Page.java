package org.volans.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page of Markdown as what it lets its reader do: its fenced blocks, in order. */
final class Page {

    /**
     * A fenced block.
     *
     * @param line     where it begins, for messages
     * @param language of its fence
     */
    record Block(int line, String language, List<String> lines) {

        String text() {
            return String.join("\n", lines) + "\n";
        }
    }

    private Page() {}

    /** The blocks of a page. */
    static List<Block> blocks(Path page) throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(page);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                blocks.add(new Block(i + 1, lines.get(i).substring(3).strip(), lines.subList(i + 1, end)));
                i = end;
            }
        }
        return blocks;
    }
}

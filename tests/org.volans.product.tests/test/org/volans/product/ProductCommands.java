package org.volans.product;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that the product has, as its help lists them: a new one is tested without being named here. */
final class ProductCommands {

    private static final Pattern ITEM = Pattern.compile("(?m)^  ([a-z][a-z-]*)  +\\S");

    private ProductCommands() {}

    /** The words of each command that does something: {@code tour}, {@code tap query}; groups alone are not among them. */
    static List<String> all(Volans volans) throws IOException, InterruptedException {
        List<String> commands = new ArrayList<>();
        for (String command : listed(volans)) {
            List<String> parts = listed(volans, command);
            if (parts.isEmpty()) {
                commands.add(command);
            }
            parts.forEach(part -> commands.add(command + " " + part));
        }
        return commands;
    }

    /** What stands under "Commands:" in the help. */
    private static List<String> listed(Volans volans, String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        words.add("--help");
        String help = volans.run(words.toArray(String[]::new)).out();
        int start = help.indexOf("\nCommands:");
        List<String> names = new ArrayList<>();
        if (start >= 0) {
            String list = help.substring(start + 1);
            int end = list.indexOf("\n\n");
            Matcher item = ITEM.matcher(end < 0 ? list : list.substring(0, end));
            while (item.find()) {
                names.add(item.group(1));
            }
        }
        return names;
    }
}

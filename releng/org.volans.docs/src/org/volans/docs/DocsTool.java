package org.volans.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The way in, for Maven.
 *
 * <ul>
 *   <li>{@code site ROOT OUT SCREENSHOTS JAVADOC}: the web site
 *   <li>{@code help ROOT OUT}: the pages and the contents of the program's Help
 *   <li>{@code images ROOT SCREENSHOTS}: takes screenshots of the workbench's tests over into docs/images
 *   <li>{@code commands ROOT PRODUCT}: takes the help texts of the commands over into their pages
 * </ul>
 */
public final class DocsTool {

    private DocsTool() {}

    public static void main(String[] arguments) throws IOException, DocsException, InterruptedException {
        List<Path> paths = List.of(arguments).stream().skip(1).map(Path::of).toList();
        Path root = paths.getFirst();
        switch (arguments[0]) {
            case "site" -> {
                Book book = Book.read(root);
                new SiteWriter(book, paths.get(2), paths.get(3)).write(Folder.empty(paths.get(1)));
                System.out.println(
                        book.pages().size() + " pages in " + paths.get(1).resolve("index.html"));
            }
            case "help" -> new HelpWriter(Book.read(root)).write(Folder.empty(paths.get(1)));
            case "images" -> System.out.println(Pictures.refresh(root, paths.get(1)) + " pictures in docs/images");
            case "commands" -> System.out.println(CommandHelp.refresh(root, paths.get(1)) + " help texts in docs");
            default -> throw new IllegalArgumentException("site, help, images or commands, not " + arguments[0]);
        }
    }
}

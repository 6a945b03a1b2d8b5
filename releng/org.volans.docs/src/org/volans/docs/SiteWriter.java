package org.volans.docs;

import com.google.gson.Gson;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** The book as a web site that also works from disk: each page with the navigation, and a search that needs no server. */
final class SiteWriter {

    private final Book book;
    private final Path screenshots;
    private final Path javadoc;
    private final Crops crops;
    private final Map<Path, Page> bySource;
    private final PageRenderer renderer;
    private final Template template;

    /**
     * @param screenshots of the workbench's tests, which are preferred to the committed pictures; need not exist
     * @param javadoc of the API, a folder that need not exist
     */
    SiteWriter(Book book, Path screenshots, Path javadoc) throws IOException {
        this.book = book;
        this.screenshots = screenshots;
        this.javadoc = javadoc;
        this.crops = Crops.read(book.root());
        this.bySource = book.bySource();
        this.renderer = new PageRenderer(book.files().keySet());
        this.template = Mustache.compiler().compile(Folder.resource("site.html"));
    }

    void write(Folder out) throws IOException {
        for (int i = 0; i < book.pages().size(); i++) {
            Page page = book.pages().get(i);
            out.write(page.output(), template.execute(model(page, neighbour(page, i - 1), neighbour(page, i + 1))));
        }
        for (Map.Entry<String, Path> file : book.files().entrySet()) {
            copyNewest(file.getValue(), file.getKey(), out);
        }
        for (String own : List.of("volans.css", "site.css", "site.js")) {
            out.copyResource(own, own);
        }
        out.write("search.js", "const volansPages = " + new Gson().toJson(searchIndex()) + ";\n");
        if (Files.isDirectory(javadoc)) {
            out.copyAll(javadoc, "api");
        }
    }

    private void copyNewest(Path file, String place, Folder out) throws IOException {
        String name = file.getFileName().toString();
        Path fresh = screenshots.resolve(name);
        if (!file.startsWith(Book.IMAGES) || !Files.exists(fresh)) {
            out.copy(book.root().resolve(file), place);
        } else if (crops.has(name)) {
            out.write(place, crops.crop(name, ImageIO.read(fresh.toFile())));
        } else {
            out.copy(fresh, place);
        }
    }

    private Map<String, Object> model(Page page, Map<String, Object> previous, Map<String, Object> next) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", page.title());
        model.put("body", renderer.body(page));
        model.put("root", Output.link(page.output(), "index.html").replace("index.html", ""));
        model.put("home", page == book.index());
        model.put(
                "groups",
                book.navigation().groups().stream().map(g -> group(page, g)).toList());
        model.put("javadoc", Files.isDirectory(javadoc));
        model.put("previous", previous);
        model.put("next", next);
        return model;
    }

    private Map<String, Object> group(Page from, Navigation.Group group) {
        return Map.of("title", group.title(), "entries", entries(from, group.entries()));
    }

    private List<Map<String, Object>> entries(Page from, List<Navigation.Entry> entries) {
        return entries.stream()
                .map(e -> Map.<String, Object>of(
                        "title", e.title(),
                        "link", link(from, bySource.get(e.source())),
                        "current", from.source().equals(e.source()),
                        "below", entries(from, e.below())))
                .toList();
    }

    /** A page before or after another one; false, which the template passes over, where there is none. */
    private Map<String, Object> neighbour(Page from, int place) {
        if (place < 0 || place >= book.pages().size()) {
            return Map.of("there", false);
        }
        Page page = book.pages().get(place);
        return Map.of("there", true, "title", page.title(), "link", link(from, page));
    }

    private static String link(Page from, Page to) {
        return Output.link(from.output(), to.output());
    }

    private List<Map<String, String>> searchIndex() {
        return book.pages().stream()
                .map(page -> Map.of("title", page.title(), "link", page.output(), "text", Words.of(page.document())))
                .toList();
    }
}

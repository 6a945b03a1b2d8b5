package org.volans.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All of the documentation, checked: every page is in the navigation, every link leads somewhere, every picture is there, has words and
 * is shown.
 *
 * @param root of the source tree
 * @param index the front page
 * @param pages in the order of the navigation, after the front page
 * @param files what the pages need beside them, by the place in the output
 */
record Book(Path root, Page index, Navigation navigation, List<Page> pages, Map<String, Path> files) {

    static final Path DOCS = Path.of("docs");
    static final Path IMAGES = DOCS.resolve("images");
    private static final long LARGEST_PICTURE = 150 * 1024L;

    static Book read(Path root) throws IOException, DocsException {
        Problems problems = new Problems();
        Page index = Page.read(root, DOCS.resolve("README.md"), problems);
        Navigation navigation = Navigation.of(index, problems);
        Map<Path, Page> pages = new LinkedHashMap<>();
        pages.put(index.source(), index);
        for (Path source : navigation.sources()) {
            if (Files.isRegularFile(root.resolve(source))) {
                pages.putIfAbsent(source, Page.read(root, source, problems));
            } else {
                problems.add(index.source(), "names " + source + ", which is not there");
            }
        }
        for (Path forgotten : markdown(root)) {
            if (!pages.containsKey(forgotten)) {
                problems.add(forgotten, "is not in the navigation, " + index.source());
            }
        }
        LinkCheck links = new LinkCheck(root, pages, problems);
        pages.values().forEach(links::check);
        checkPictures(root, links.files().values(), problems);
        problems.throwIfAny();
        return new Book(root, index, navigation, List.copyOf(pages.values()), links.files());
    }

    Map<Path, Page> bySource() {
        return pages.stream().collect(Collectors.toMap(Page::source, page -> page));
    }

    private static List<Path> markdown(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(DOCS))) {
            return files.filter(Output::isPage).map(root::relativize).sorted().toList();
        }
    }

    private static void checkPictures(Path root, Collection<Path> shown, Problems problems) throws IOException {
        Set<Path> known = Set.copyOf(shown);
        try (Stream<Path> files = Files.walk(root.resolve(IMAGES))) {
            List<Path> pictures = files.filter(file -> Files.isRegularFile(file) && !file.endsWith(Crops.FILE))
                    .map(root::relativize)
                    .sorted()
                    .toList();
            for (Path picture : pictures) {
                if (!known.contains(picture) && !known.contains(Pictures.light(picture))) {
                    problems.add(picture, "is on no page");
                } else if (Files.size(root.resolve(picture)) > LARGEST_PICTURE) {
                    problems.add(picture, "is larger than 150 kB; see docs/developer/documentation.md");
                }
            }
        }
    }
}

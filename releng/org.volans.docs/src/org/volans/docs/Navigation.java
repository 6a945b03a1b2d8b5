package org.volans.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/**
 * The order of the pages, as {@code docs/README.md} gives it: an H2 begins a group, the first link of a list's item is a page, and an item's
 * own list holds the pages below it. So the file is at once the front page on a code host, that of the site, and the contents of the Help.
 *
 * @param groups in their order
 */
record Navigation(List<Group> groups) {

    /** Pages that belong together. */
    record Group(String title, List<Entry> entries) {

        /** Each page once, those below another one after it. */
        Stream<Entry> all() {
            return entries.stream().flatMap(Entry::all);
        }
    }

    /** A page by its source, and the pages below it. */
    record Entry(String title, Path source, List<Entry> below) {

        Stream<Entry> all() {
            return Stream.concat(Stream.of(this), below.stream().flatMap(Entry::all));
        }
    }

    static Navigation of(Page index, Problems problems) {
        List<Group> groups = new ArrayList<>();
        String title = "";
        for (Node node = index.document().getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 2) {
                title = Page.text(heading);
            } else if (node instanceof BulletList list && !title.isEmpty()) {
                groups.add(new Group(title, entries(list, index, problems)));
                title = "";
            }
        }
        return new Navigation(groups);
    }

    /** Each page's source once, in order. */
    List<Path> sources() {
        return groups.stream().flatMap(Group::all).map(Entry::source).distinct().toList();
    }

    private static List<Entry> entries(BulletList list, Page index, Problems problems) {
        List<Entry> entries = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Link link = firstLink((ListItem) item);
            if (link == null) {
                problems.add(index.source(), item, "an item of the navigation begins with a link to its page");
                continue;
            }
            Path folder = index.source().getParent();
            Path source = folder.resolve(link.getDestination()).normalize();
            entries.add(new Entry(Page.text(link), source, below(item, index, problems)));
        }
        return entries;
    }

    private static List<Entry> below(Node item, Page index, Problems problems) {
        for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof BulletList inner) {
                return entries(inner, index, problems);
            }
        }
        return List.of();
    }

    private static Link firstLink(ListItem item) {
        Node paragraph = item.getFirstChild();
        return paragraph != null && paragraph.getFirstChild() instanceof Link link ? link : null;
    }
}

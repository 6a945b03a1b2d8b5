package org.volans.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Follows every link and picture of a page, points it at the output, and writes down which files the output needs. */
final class LinkCheck {

    private final Path root;
    private final Map<Path, Page> pages;
    private final Problems problems;
    private final Map<String, Path> files = new TreeMap<>();

    LinkCheck(Path root, Map<Path, Page> pages, Problems problems) {
        this.root = root;
        this.pages = pages;
        this.problems = problems;
    }

    /** The files that are no pages, by their places in the output. */
    Map<String, Path> files() {
        return files;
    }

    void check(Page page) {
        page.document().accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(target(page, link, link.getDestination()));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                if (Page.text(image).isBlank()) {
                    problems.add(
                            page.source(),
                            image,
                            "the picture " + image.getDestination() + " has no words for who cannot see it");
                }
                addDarkVariant(page, image.getDestination());
                image.setDestination(target(page, image, image.getDestination()));
            }

            @Override
            public void visit(HtmlBlock html) {
                refuseTags(page, html, html.getLiteral());
            }

            @Override
            public void visit(HtmlInline html) {
                refuseTags(page, html, html.getLiteral());
            }
        });
    }

    /** Comments are for the tools; tags would look different in the site, in the Help and on a code host. */
    private void refuseTags(Page page, Node node, String literal) {
        if (!literal.strip().startsWith("<!--")) {
            problems.add(page.source(), node, "is Markdown without HTML, but has " + literal.strip());
        }
    }

    private String target(Page page, Node node, String link) {
        if (link.matches("[a-z]+:.*")) {
            return link;
        }
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        String anchor = hash < 0 ? "" : link.substring(hash + 1);
        Path target = path.isEmpty()
                ? page.source()
                : folder(page.source()).resolve(path).normalize();
        if (Files.isDirectory(root.resolve(target))) {
            target = target.resolve("README.md");
        }
        Page other = pages.get(target);
        if (other != null) {
            if (!anchor.isEmpty() && !other.anchors().containsValue(anchor)) {
                problems.add(page.source(), node, "no heading of " + target + " is called #" + anchor);
            }
            String place = path.isEmpty() ? "" : Output.link(page.output(), other.output());
            return hash < 0 ? place : place + "#" + anchor;
        }
        return file(page, node, link, target);
    }

    private String file(Page page, Node node, String link, Path target) {
        if (!Files.isRegularFile(root.resolve(target)) || target.startsWith("..")) {
            problems.add(page.source(), node, "there is no " + link);
        } else if (Output.isPage(target)) {
            problems.add(page.source(), node, target + " is linked to and is not in the navigation");
        }
        String place = Output.of(target);
        files.put(place, target);
        return Output.link(page.output(), place);
    }

    private void addDarkVariant(Page page, String picture) {
        Path dark = folder(page.source()).resolve(Pictures.dark(picture)).normalize();
        if (Files.isRegularFile(root.resolve(dark))) {
            files.put(Output.of(dark), dark);
        }
    }

    private static Path folder(Path source) {
        return source.getParent() == null ? Path.of("") : source.getParent();
    }
}

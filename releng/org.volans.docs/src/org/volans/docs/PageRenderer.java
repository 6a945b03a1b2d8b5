package org.volans.docs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** The body of a page as HTML: headings with anchors, pictures that open in full and are dark where the reader's colours are. */
final class PageRenderer {

    private final Set<String> files;

    /** @param files the places of all files in the output */
    PageRenderer(Set<String> files) {
        this.files = files;
    }

    String body(Page page) {
        return HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .attributeProviderFactory(context -> (node, tag, attributes) -> addAnchor(page, node, attributes))
                .nodeRendererFactory(context -> new PictureRenderer(page, context))
                .build()
                .render(page.document());
    }

    private static void addAnchor(Page page, Node node, Map<String, String> attributes) {
        if (node instanceof Heading heading && heading.getLevel() > 1) {
            attributes.put("id", page.anchors().get(heading));
        }
    }

    private final class PictureRenderer implements NodeRenderer {

        private final Page page;
        private final HtmlNodeRendererContext context;
        private final HtmlWriter html;

        PictureRenderer(Page page, HtmlNodeRendererContext context) {
            this.page = page;
            this.context = context;
            this.html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node node) {
            Image image = (Image) node;
            boolean opens = !(image.getParent() instanceof Link);
            if (opens) {
                html.tag("a", Map.of("href", image.getDestination(), "class", "picture"));
            }
            html.tag("picture");
            darkVariant(image)
                    .ifPresent(dark ->
                            html.tag("source", attributes("srcset", dark, "media", "(prefers-color-scheme: dark)")));
            html.tag("img", attributes("src", image.getDestination(), "alt", Page.text(image)), true);
            html.tag("/picture");
            if (opens) {
                html.tag("/a");
            }
        }

        private Optional<String> darkVariant(Image image) {
            Path folder = Path.of("/" + page.output()).getParent();
            String place = folder.resolve(image.getDestination())
                    .normalize()
                    .toString()
                    .substring(1)
                    .replace('\\', '/');
            return files.contains(Pictures.dark(place))
                    ? Optional.of(Pictures.dark(image.getDestination()))
                    : Optional.empty();
        }

        private Map<String, String> attributes(String name, String value, String other, String otherValue) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put(name, context.encodeUrl(value));
            attributes.put(other, otherValue);
            return attributes;
        }
    }
}

package org.volans.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book of two pages, and everything that can be wrong with it. */
class BookTest {

    @TempDir
    private Path root;

    @BeforeEach
    void book() throws IOException {
        Files.createDirectories(root.resolve("docs/images"));
        write("docs/README.md", "# Book\n\n## Part\n\n- [One](views/one.md)\n  - [Two](../TWO.md)\n");
        write("docs/views/one.md", "# One\n\nSee [two](../../TWO.md#a-heading) and [itself](#end).\n\n## End\n");
        write("TWO.md", "# Two\n\n## A heading\n\n![A picture](docs/images/p.png)\n");
        picture("p.png");
    }

    @Test
    void becomesASite() throws Exception {
        picture("p-dark.png");
        Path out = root.resolve("out");
        new SiteWriter(Book.read(root), root.resolve("none"), root.resolve("none")).write(Folder.empty(out));
        assertThat(out.resolve("index.html")).content().contains("views/one.html", "project/TWO.html", "rel=\"next\"");
        assertThat(out.resolve("views/one.html"))
                .content()
                .contains("href=\"../project/TWO.html#a-heading\"", "<h2 id=\"end\">", "aria-current=\"page\"");
        assertThat(out.resolve("project/TWO.html"))
                .content()
                .contains("alt=\"A picture\"", "srcset=\"../images/p-dark.png\"", "href=\"../images/p.png\"");
        assertThat(out.resolve("images/p.png")).exists();
        assertThat(out.resolve("search.js")).content().contains("\"title\":\"Two\"", "A heading");
    }

    @Test
    void becomesHelp() throws Exception {
        Path out = root.resolve("out");
        new HelpWriter(Book.read(root)).write(Folder.empty(out));
        assertThat(out.resolve("toc.xml"))
                .content()
                .contains(
                        "<topic label=\"Part\"><topic label=\"One\" href=\"help/views/one.html\"><topic label=\"Two\"");
        assertThat(out.resolve("help/views/one.html")).content().contains("<h1>One</h1>", "href=\"../volans.css\"");
        assertThat(out.resolve("help/images/p.png")).exists();
    }

    @Test
    void prefersScreenshotsOfThisBuildAndCutsThem() throws Exception {
        write("docs/images/crop.properties", "p=1,2,3,4\n");
        Path fresh = Files.createDirectories(root.resolve("fresh"));
        ImageIO.write(
                new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB),
                "png",
                fresh.resolve("p.png").toFile());
        Path out = root.resolve("out");
        new SiteWriter(Book.read(root), fresh, root.resolve("none")).write(Folder.empty(out));
        BufferedImage shown = ImageIO.read(out.resolve("images/p.png").toFile());
        assertThat(shown.getWidth()).isEqualTo(3);
        assertThat(shown.getHeight()).isEqualTo(4);
    }

    @Test
    void namesEveryFaultWithItsLine() throws Exception {
        write("docs/views/one.md", """
                # One

                [gone](gone.md) and [no heading](../../TWO.md#nowhere), ![](../images/p.png)

                ![Gone](../images/gone.png) <b>bold</b>

                # Again
                """);
        write("docs/forgotten.md", "# Forgotten\n");
        picture("unused.png");
        assertThatThrownBy(() -> Book.read(root))
                .isInstanceOf(DocsException.class)
                .hasMessageContaining("docs/views/one.md:3: there is no gone.md")
                .hasMessageContaining("docs/views/one.md:3: no heading of TWO.md is called #nowhere")
                .hasMessageContaining("docs/views/one.md:3: the picture ../images/p.png has no words")
                .hasMessageContaining("docs/views/one.md:5: there is no ../images/gone.png")
                .hasMessageContaining("docs/views/one.md:5: is Markdown without HTML, but has <b>")
                .hasMessageContaining("docs/views/one.md:7: a page has one H1")
                .hasMessageContaining("docs/forgotten.md: is not in the navigation")
                .hasMessageContaining("docs/images/unused.png: is on no page");
    }

    @Test
    void refusesLinksToPagesThatNobodyFindsAndToWhatIsOutside() throws Exception {
        write("OTHER.md", "# Other\n");
        write("docs/views/one.md", "# One\n\n[other](../../OTHER.md)\n[out](../../../secret)\n");
        assertThatThrownBy(() -> Book.read(root))
                .hasMessageContaining("one.md:3: OTHER.md is linked to and is not in the navigation")
                .hasMessageContaining("one.md:4: there is no ../../../secret");
    }

    @Test
    void refusesANavigationToNowhere() throws Exception {
        write("docs/README.md", "# Book\n\n## Part\n\n- [One](views/one.md)\n- [Gone](gone.md)\n- no link\n");
        assertThatThrownBy(() -> Book.read(root))
                .hasMessageContaining("docs/README.md: names docs/gone.md, which is not there")
                .hasMessageContaining("docs/README.md:7: an item of the navigation begins with a link");
    }

    private void write(String place, String text) throws IOException {
        Path file = root.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void picture(String name) throws IOException {
        BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(picture, "png", root.resolve("docs/images").resolve(name).toFile());
    }
}

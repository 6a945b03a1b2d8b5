package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.volans.ui.Ids;
import org.volans.ui.widgets.StatePane;

/** What the image editor opens: good, strange and broken files, and files that change. */
class ImageFilesTest {

    @AfterEach
    void close() {
        Ui.page().closeAllEditors(false);
    }

    private static ShownImage opening(IFile file) throws Exception {
        return new ShownImage(IDE.openEditor(Ui.page(), file, Ids.IMAGE_EDITOR));
    }

    private static String says(IFile file) throws Exception {
        StatePane pane = opening(file).state();
        Ui.until(
                "the editor says something",
                () -> !pane.says().isEmpty() && !pane.says().contains("Opening"));
        return pane.says();
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        byte[] whole = new FitsFiles()
                .image(new long[] {100, 100}, i -> i, FitsFiles.tan(1, 1, 1))
                .bytes();
        IFile cut = FitsFiles.write("cut.fits", Arrays.copyOf(whole, 20000));
        assertThat(says(cut))
                .contains("cut.fits is truncated: unit 0 needs 40000 bytes")
                .contains("Try again");
        assertThat(says(FitsFiles.write("page.fits", "<html>503</html>".getBytes())))
                .contains("is a web page");
        assertThat(says(FitsFiles.write("nothing.fits", new byte[0]))).contains("is empty");
        // mended meanwhile
        FitsFiles.write("cut.fits", whole);
        ShownImage image = opening(Ui.file("cut.fits"));
        Ui.until("it is shown", () -> image.state().showsContent());
    }

    @Test
    void aTableIsNoImage() throws Exception {
        IFile file = new FitsFiles().empty().table().write("table.fits");
        assertThat(says(file)).contains("No image in here");
        assertThat(Ui.all(opening(file).editor(), Link.class))
                .anyMatch(link -> link.getText().contains("Open as table"));
    }

    @Test
    void strangeImagesAreShown() throws Exception {
        ShownImage.open(
                new FitsFiles().image(new long[] {1, 1}, i -> 3.5, List.of()).write("one.fits"));
        ShownImage nan = ShownImage.open(new FitsFiles()
                .image(new long[] {9, 8}, i -> Double.NaN, List.of())
                .write("nan.fits"));
        assertThat(nan.readOut(nan.at(5, 4, 9, 8), "image.value")).isEqualTo("blank");
        assertThat(nan.label("image.icrs")).isEqualTo("No sky coordinates");
        ShownImage.open(new FitsFiles()
                .image(new long[] {9, 8}, i -> i % 2 == 0 ? 3e38 : -3e38, List.of())
                .write("huge.fits"));
    }

    @Test
    void otherImagesOfTheFileAreChosen() throws Exception {
        ShownImage image = ShownImage.open(new FitsFiles()
                .image(new long[] {20, 10}, i -> 1, List.of())
                .image(new long[] {30, 10}, i -> 2, List.of(FitsFiles.card("EXTNAME", "'WEIGHT'")))
                .write("two.fits"));
        Combo combo = image.named(Combo.class, "image.hdu");
        assertThat(combo.getItems()).containsExactly("0 (20 × 10)", "1: WEIGHT (30 × 10)");
        combo.select(1);
        Ui.notify(combo, SWT.Selection);
        Ui.until("the other one is shown", () -> image.state().showsContent());
        assertThat(image.readOut(image.at(28, 5, 30, 10), "image.value")).isEqualTo("2");
    }

    @Test
    void deletingTheFileIsNoticed() throws Exception {
        IFile file = ShownImage.field();
        ShownImage image = ShownImage.open(file);
        file.delete(true, null);
        StatePane pane = image.state();
        Ui.until("the editor says so", () -> pane.says().contains("field.fits has been deleted"));
    }

    @Test
    void filesWithImagesAreRecognised() throws Exception {
        byte[] image =
                new FitsFiles().image(new long[] {2, 2}, i -> 1, List.of()).bytes();
        byte[] extension = new FitsFiles()
                .empty()
                .image(new long[] {2, 2}, i -> 1, List.of())
                .bytes();
        byte[] table = new FitsFiles().empty().table().bytes();
        assertThat(type(image)).isEqualTo("org.volans.image.ui.fitsImage");
        assertThat(type(extension)).isEqualTo("org.volans.image.ui.fitsImage");
        assertThat(type(table)).isNotEqualTo("org.volans.image.ui.fitsImage");
        assertThat(editor(FitsFiles.write("an-image.fits", image))).isEqualTo(Ids.IMAGE_EDITOR);
        assertThat(editor(FitsFiles.write("an-image-too.fits", extension))).isEqualTo(Ids.IMAGE_EDITOR);
        assertThat(editor(FitsFiles.write("a-table.fits", table))).isEqualTo(Ids.TABLE_EDITOR);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(image);
        }
        IFile gz = FitsFiles.write("an-image.fits.gz", zipped.toByteArray());
        assertThat(editor(gz)).isEqualTo(Ids.IMAGE_EDITOR);
        ShownImage.open(gz);
    }

    private static String type(byte[] content) throws Exception {
        IContentType type =
                Platform.getContentTypeManager().findContentTypeFor(new ByteArrayInputStream(content), "x.fits");
        return type == null ? "" : type.getId();
    }

    private static String editor(IFile file) throws Exception {
        return IDE.getEditorDescriptor(file, true, false).getId();
    }
}

package org.volans.image.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;
import org.volans.api.image.CutoutOutcome;
import org.volans.api.image.CutoutOutcome.NoOverlap;
import org.volans.api.image.CutoutOutcome.Written;
import org.volans.api.image.FitsImage;

class CutoutTest {

    private static final Region SMALL = new Circle(new Position(10, 20), 0.0301);

    @TempDir
    Path folder = Path.of(".");

    private final FitsImages images = new FitsImages();

    private FitsImage open(Path file) throws InputException {
        return images.open(file, new NullProgressMonitor()).get(0);
    }

    private FitsImage cut(Path file, Optional<Region> region, Optional<Interval> band) throws InputException {
        Path out = folder.resolve("cut.fits");
        CutoutOutcome outcome = images.cutout(open(file), region, band, out, new NullProgressMonitor());
        assertThat(outcome).isInstanceOf(Written.class);
        FitsImage cut = open(out);
        assertThat(((Written) outcome).shape()).isEqualTo(cut.shape());
        return cut;
    }

    private static List<String> cards(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        List<String> cards = new ArrayList<>();
        for (int i = 0; !text.startsWith("END     ", i); i += 80) {
            cards.add(text.substring(i, i + 80).stripTrailing());
        }
        return cards;
    }

    private static byte[] data(Path file, long length) throws IOException {
        int start = ((cards(file).size() + 1) * 80 + 2879) / 2880 * 2880;
        return Arrays.copyOfRange(Files.readAllBytes(file), start, start + (int) length);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32, 64, -32, -64})
    void keepsPixelsBitForBit(int bitpix) throws Exception {
        String[] more = Stream.concat(
                        Arrays.stream(TestFits.tan(30, 20)),
                        Stream.of("BSCALE  =  0.5", "BZERO   =  100.0", "BLANK   = 7"))
                .toArray(String[]::new);
        Path file = new TestFits()
                .image(bitpix, new long[] {60, 50}, i -> i * 0.7, more)
                .write(folder.resolve("a.fits"));
        FitsImage cut = cut(file, Optional.of(SMALL), Optional.empty());
        assertThat(cut.shape()).containsExactly(7L, 7L);
        assertThat(cut.header())
                .containsEntry("BSCALE", "0.5")
                .containsEntry("BZERO", "100.0")
                .containsEntry("BLANK", "7");
        byte[] expected = TestFits.pixels(bitpix, 49, i -> ((16 + Math.floor(i / 7)) * 60 + 26 + i % 7) * 0.7);
        assertThat(data(cut.file(), expected.length)).isEqualTo(expected);
        assertThat(Files.size(cut.file()) % 2880).isZero();
    }

    @Test
    void everyPixelKeepsItsPlaceOnTheSky() throws Exception {
        Path file = new TestFits()
                .image(16, new long[] {60, 50}, i -> i, TestFits.tan(30.25, -400.5))
                .write(folder.resolve("a.fits"));
        FitsImage whole = open(file);
        Position middle = whole.wcs().orElseThrow().toSky(40, 30).orElseThrow();
        FitsImage cut = cut(file, Optional.of(new Circle(middle, 0.05)), Optional.empty());
        double dx = 30.25 - Double.parseDouble(cut.header().getOrDefault("CRPIX1", ""));
        double dy = -400.5 - Double.parseDouble(cut.header().getOrDefault("CRPIX2", ""));
        for (double[] p : new double[][] {
            {1, 1}, {5.5, 3.25}, {cut.shape().get(0), cut.shape().get(1)}
        }) {
            Position was = whole.wcs().orElseThrow().toSky(p[0] + dx, p[1] + dy).orElseThrow();
            assertThat(cut.wcs().orElseThrow().toSky(p[0], p[1]).orElseThrow().separation(was))
                    .isLessThan(1e-13);
        }
    }

    @Test
    void keepsEveryOtherCardInItsOrder() throws Exception {
        List<String> kept = List.of(
                "OBJECT  = 'O''Neil / x'        / a comment with / and 'quotes'",
                "COMMENT one",
                "HIERARCH ESO DET CHIP1 ID = 'abc' / c",
                "HISTORY two",
                "LONGTEXT= 'first&'",
                "CONTINUE  'second'",
                "        blank keyword",
                "CRVAL1A =                  5.0",
                "CTYPE3  = 'FREQ    '",
                "DATAMAX =              1.0D+03");
        List<String> cards = new ArrayList<>(List.of(TestFits.tan(30, 20)));
        cards.addAll(kept);
        cards.addAll(List.of("CHECKSUM= 'abc'", "DATASUM = '123'", "CRPIX1A =   12 / alternative", "LTV1    = -3.5"));
        Path file = new TestFits()
                .image(16, new long[] {60, 50}, i -> i, cards.toArray(String[]::new))
                .write(folder.resolve("a.fits"));
        FitsImage cut = cut(file, Optional.of(SMALL), Optional.empty());
        List<String> after = cards(cut.file());
        assertThat(after).containsSubsequence(kept);
        assertThat(after).noneMatch(c -> c.startsWith("CHECKSUM") || c.startsWith("DATASUM"));
        assertThat(cut.header())
                .containsEntry("LONGTEXT", "firstsecond")
                .containsEntry("OBJECT", "O'Neil / x")
                .containsEntry("HIERARCH ESO DET CHIP1 ID", "abc")
                .containsEntry("CRPIX1A", "-14.0")
                .containsEntry("LTV1", "-29.5");
        assertThat(after.get(after.size() - 1)).isEqualTo("HISTORY Volans cutout [27:33,17:23] of unit 0 of a.fits");
    }

    @Test
    void radioImagesWithAxesOfLengthOne() throws Exception {
        String[] more = Stream.concat(
                        Arrays.stream(TestFits.tan(30, 20)),
                        Arrays.stream(TestFits.cards(
                                "CTYPE3",
                                "'FREQ'",
                                "CRVAL3",
                                "1.5E9",
                                "CDELT3",
                                "1E6",
                                "CRPIX3",
                                1,
                                "CTYPE4",
                                "'STOKES'")))
                .toArray(String[]::new);
        Path file = new TestFits()
                .image(-32, new long[] {60, 50, 1, 1}, i -> i, more)
                .write(folder.resolve("a.fits"));
        FitsImage cut = cut(file, Optional.of(SMALL), Optional.of(new Interval(0.19, 0.21)));
        assertThat(cut.shape()).containsExactly(7L, 7L, 1L, 1L);
        assertThat(images.cutout(
                        open(file),
                        Optional.empty(),
                        Optional.of(new Interval(1, 2)),
                        folder.resolve("no.fits"),
                        new NullProgressMonitor()))
                .isInstanceOf(NoOverlap.class);
        assertThat(folder.resolve("no.fits")).doesNotExist();
    }

    @Test
    void planesOfABand() throws Exception {
        String[] more = Stream.concat(
                        Arrays.stream(TestFits.tan(30, 20)),
                        Arrays.stream(TestFits.cards(
                                "CTYPE3", "'FREQ'", "CUNIT3", "'MHz'", "CRVAL3", "100", "CDELT3", "10", "CRPIX3", 1)))
                .toArray(String[]::new);
        Path file = new TestFits().image(32, new long[] {6, 5, 8}, i -> i, more).write(folder.resolve("c.fits"));
        // planes 3 and 4 run from 115 to 135 MHz; the band touches plane 3 from its middle on and all of plane 4
        Interval band = new Interval(299.792458 / 134, 299.792458 / 120);
        FitsImage cut = cut(file, Optional.empty(), Optional.of(band));
        assertThat(cut.shape()).containsExactly(6L, 5L, 2L);
        assertThat(cut.header()).containsEntry("CRPIX3", "-1.0");
        assertThat(data(cut.file(), 240)).isEqualTo(TestFits.pixels(32, 60, i -> 60 + i));
        assertThat(cut.band().orElseThrow().high()).isEqualTo(299.792458 / 115);
    }

    @Test
    void extensionTakesWhatItInherits() throws Exception {
        List<String> inherit = new ArrayList<>(List.of(TestFits.tan(30, 20)));
        inherit.add("INHERIT =                    T");
        inherit.add("EXTNAME = 'SCI     '");
        Path file = new TestFits()
                .hdu(
                        List.of(
                                "SIMPLE  =                    T",
                                "BITPIX  = 8",
                                "NAXIS   = 0",
                                "TELESCOP= 'Dish'",
                                "EXTNAME = 'P'"),
                        new byte[0])
                .image(16, new long[] {60, 50}, i -> i, inherit.toArray(String[]::new))
                .write(folder.resolve("m.fits"));
        FitsImage image = open(file);
        assertThat(image.hdu()).isEqualTo(1);
        FitsImage cut = cut(file, Optional.of(SMALL), Optional.empty());
        assertThat(cut.hdu()).isZero();
        assertThat(cut.header()).containsEntry("TELESCOP", "Dish").containsEntry("EXTNAME", "SCI");
    }

    @Test
    void swappedAxesAndFullTurn() throws Exception {
        String[] swapped = TestFits.cards(
                "CTYPE1",
                "'DEC--TAN'",
                "CTYPE2",
                "'RA---TAN'",
                "CRVAL1",
                "5.0",
                "CRVAL2",
                "0.005",
                "CRPIX1",
                "20",
                "CRPIX2",
                "30",
                "CDELT1",
                "0.01",
                "CDELT2",
                "-0.01");
        Path file =
                new TestFits().image(16, new long[] {40, 60}, i -> i, swapped).write(folder.resolve("s.fits"));
        FitsImage cut = cut(file, Optional.of(Region.parse("RANGE 359.951 0.049 4.981 5.049")), Optional.empty());
        assertThat(cut.shape()).containsExactly(8L, 10L);
    }

    @Test
    void whatDoesNotOverlapIsSaidAndNotWritten() throws Exception {
        Path file = new TestFits()
                .image(16, new long[] {60, 50}, i -> i, TestFits.tan(30, 20))
                .write(folder.resolve("a.fits"));
        CutoutOutcome outcome = images.cutout(
                open(file),
                Optional.of(new Circle(new Position(200, -20), 1)),
                Optional.empty(),
                folder.resolve("no.fits"),
                new NullProgressMonitor());
        assertThat(outcome).isInstanceOf(NoOverlap.class);
        assertThat(((NoOverlap) outcome).message()).contains("CIRCLE 200 -20 1", "a.fits", "+20.0");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void failuresLeaveNothingBehind() throws Exception {
        Path plain = new TestFits().image(16, new long[] {60, 50}, i -> i).write(folder.resolve("a.fits"));
        assertThatThrownBy(() -> cut(plain, Optional.of(SMALL), Optional.empty()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no CTYPE")
                .hasMessageContaining("a.fits");
        Path nowhere = folder.resolve("none/x.fits");
        assertThatThrownBy(() -> images.cutout(
                        open(plain), Optional.empty(), Optional.empty(), nowhere, new NullProgressMonitor()))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("no folder");
        NullProgressMonitor cancelled = new NullProgressMonitor();
        FitsImage image = open(plain);
        cancelled.setCanceled(true);
        assertThatThrownBy(() ->
                        images.cutout(image, Optional.empty(), Optional.empty(), folder.resolve("x.fits"), cancelled))
                .isInstanceOf(OperationCanceledException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(plain);
        }
    }
}

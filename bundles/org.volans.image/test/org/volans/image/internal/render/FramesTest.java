package org.volans.image.internal.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.volans.api.geometry.Position;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImageAxis;
import org.volans.api.image.ImagePlane;
import org.volans.api.image.Limits;
import org.volans.api.image.PlaneView;
import org.volans.api.image.SkyFrame;
import org.volans.api.image.SkyFrame.Edge;
import org.volans.api.image.Stretch;
import org.volans.api.image.ValueScale;
import org.volans.api.image.Wcs;
import org.volans.image.internal.wcs.WcsReader;

class FramesTest {

    /** Pixels of 36 arcsec; the image's up points a position angle east of north. */
    private static FitsImage image(double angle, Map<String, String> more) {
        double c = 0.01 * Math.cos(Math.toRadians(angle));
        double s = 0.01 * Math.sin(Math.toRadians(angle));
        Map<String, String> header = new HashMap<>(
                Map.of("NAXIS", "2", "CTYPE1", "RA---TAN", "CTYPE2", "DEC--TAN", "CRVAL1", "10", "CRVAL2", "20"));
        header.putAll(Map.of(
                "CRPIX1",
                "500",
                "CRPIX2",
                "500",
                "CD1_1",
                Double.toString(-c),
                "CD1_2",
                Double.toString(s),
                "CD2_1",
                Double.toString(s),
                "CD2_2",
                Double.toString(c)));
        header.putAll(more);
        Optional<Wcs> wcs = WcsReader.read(header).wcs().map(w -> w);
        return new FitsImage(Path.of("x.fits"), 0, List.of(1000L, 1000L), header, wcs, "", Optional.empty(), "");
    }

    /** A window of 400 by 300 points at two points a pixel about the reference point. */
    private static SkyFrame frame(FitsImage image) {
        return Frames.of(new PlaneView(ImagePlane.middle(image), 400, 425, 400, 300, 2));
    }

    @Test
    void linesKeepOneCoordinate() {
        FitsImage image = image(30, Map.of());
        Wcs wcs = image.wcs().orElseThrow();
        SkyFrame frame = frame(image);
        assertThat(frame.lines()).hasSizeGreaterThan(4);
        for (double[] line : frame.lines()) {
            Position first = wcs.toSky(line[0], line[1]).orElseThrow();
            Position last =
                    wcs.toSky(line[line.length - 2], line[line.length - 1]).orElseThrow();
            boolean meridian = Math.abs(first.ra() - last.ra()) < 1e-6;
            for (int i = 0; i < line.length; i += 2) {
                Position p = wcs.toSky(line[i], line[i + 1]).orElseThrow();
                assertThat(meridian ? p.ra() - first.ra() : p.dec() - first.dec())
                        .isCloseTo(0, within(1e-6));
            }
        }
    }

    @Test
    void labelsNameTheLinesWhereTheyLeaveTheView() {
        FitsImage image = image(0, Map.of());
        SkyFrame frame = frame(image);
        assertThat(frame.labels()).extracting(SkyFrame.Label::text).contains("00h40m", "+20°00′");
        Wcs wcs = image.wcs().orElseThrow();
        for (SkyFrame.Label label : frame.labels()) {
            if (label.text().equals("00h40m")) {
                assertThat(label.edge()).isEqualTo(Edge.BOTTOM);
                assertThat(label.y()).isEqualTo(425);
                assertThat(wcs.toSky(label.x(), label.y()).orElseThrow().ra()).isCloseTo(10, within(1e-3));
            }
        }
    }

    /** North is turned the other way than the image. */
    @Test
    void theCompassTurnsWithTheImage() {
        SkyFrame.Compass up = frame(image(0, Map.of())).compass().orElseThrow();
        assertThat(up.northX()).isCloseTo(0, within(1e-3));
        assertThat(up.northY()).isCloseTo(1, within(1e-3));
        assertThat(up.eastX()).isCloseTo(-1, within(1e-3));
        SkyFrame.Compass turned = frame(image(30, Map.of())).compass().orElseThrow();
        assertThat(turned.northX()).isCloseTo(0.5, within(2e-3));
        assertThat(turned.northY()).isCloseTo(Math.sqrt(0.75), within(2e-3));
        assertThat(turned.eastX()).isCloseTo(-Math.sqrt(0.75), within(2e-3));
        assertThat(turned.eastY()).isCloseTo(0.5, within(2e-3));
    }

    @Test
    void theScaleBarIsAsLongAsItSays() {
        SkyFrame.ScaleBar bar = frame(image(0, Map.of())).scaleBar().orElseThrow();
        // a quarter of 2 degrees, 50 pixels of 0.01 degrees
        assertThat(bar.text()).isEqualTo("30′");
        assertThat(bar.length()).isCloseTo(50, within(0.05));
    }

    /** 0.2 by 0.1 degrees: half axes of 10 and 5 pixels, the longer one 40 degrees east of north, which is to the left. */
    @Test
    void theBeamIsAnEllipseInPixels() {
        Map<String, String> cards = Map.of("BMAJ", "0.2", "BMIN", "0.1", "BPA", "40");
        double[] beam = frame(image(0, cards)).beam();
        double longest = 0;
        double shortest = 100;
        double angle = 0;
        for (int i = 0; i < beam.length; i += 2) {
            double r = Math.hypot(beam[i], beam[i + 1]);
            shortest = Math.min(shortest, r);
            if (r > longest && beam[i + 1] > 0) {
                longest = r;
                angle = Math.toDegrees(Math.atan2(-beam[i], beam[i + 1]));
            }
        }
        assertThat(longest).isCloseTo(10, within(0.02));
        assertThat(shortest).isCloseTo(5, within(0.02));
        assertThat(angle).isCloseTo(40, within(0.1));
    }

    @Test
    void withoutSkyThereIsNothing() {
        FitsImage image = new FitsImage(
                Path.of("x.fits"), 0, List.of(10L, 10L), Map.of(), Optional.empty(), "", Optional.empty(), "");
        assertThat(frame(image)).usingRecursiveComparison().isEqualTo(SkyFrame.none());
    }

    @Test
    void coloursBarsHaveRoundValues() {
        ValueScale linear = BarValues.of(new Limits(-0.5, 10.2), Stretch.LINEAR, "K", 0.15);
        assertThat(linear.unit()).isEqualTo("K");
        assertThat(linear.ticks()).extracting(ValueScale.Tick::text).containsExactly("0", "2", "4", "6", "8", "10");
        for (ValueScale.Tick tick : linear.ticks()) {
            double value = Double.parseDouble(tick.text());
            assertThat(tick.at()).isCloseTo((value + 0.5) / 10.7, within(1e-12));
        }
        ValueScale milli = BarValues.of(new Limits(-1e-4, 0.012), Stretch.ASINH, "Jy/beam", 0.1);
        assertThat(milli.unit()).isEqualTo("mJy/beam");
        assertThat(milli.ticks()).extracting(ValueScale.Tick::text).contains("0", "1", "10");
    }

    private static ImageAxis axis(String... cards) {
        Map<String, String> header = new HashMap<>(Map.of("NAXIS", "3"));
        for (int i = 0; i < cards.length; i += 2) {
            header.put(cards[i] + "3", cards[i + 1]);
        }
        FitsImage image = new FitsImage(
                Path.of("x.fits"), 0, List.of(2L, 2L, 5L), header, Optional.empty(), "", Optional.empty(), "");
        return AxisNames.of(image).get(2);
    }

    @Test
    void axesAreNamed() {
        ImageAxis frequency = axis("CTYPE", "FREQ", "CRVAL", "1.44E8", "CDELT", "1E6", "CRPIX", "1");
        assertThat(frequency.name()).isEqualTo("Frequency");
        assertThat(frequency.value(3)).isEqualTo("146.0 MHz");
        ImageAxis stokes = axis("CTYPE", "STOKES", "CRVAL", "1", "CDELT", "1", "CRPIX", "1");
        assertThat(stokes.name()).isEqualTo("Polarisation");
        assertThat(stokes.value(1)).isEqualTo("I");
        assertThat(stokes.value(4)).isEqualTo("V");
        assertThat(axis("CTYPE", "STOKES", "CRVAL", "-5", "CDELT", "-1", "CRPIX", "1")
                        .value(2))
                .isEqualTo("YY");
        ImageAxis time = axis("CTYPE", "TIME", "CRVAL", "10", "CDELT", "2.5", "CRPIX", "1", "CUNIT", "s");
        assertThat(time.value(3)).isEqualTo("15.0000 s");
        ImageAxis unknown = axis();
        assertThat(unknown.name()).isEqualTo("Axis 3");
        assertThat(unknown.value(1)).isEmpty();
        assertThat(unknown.length()).isEqualTo(5);
    }
}

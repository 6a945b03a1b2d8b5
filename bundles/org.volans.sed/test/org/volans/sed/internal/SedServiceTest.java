package org.volans.sed.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;
import org.volans.api.geometry.Interval;
import org.volans.api.sed.FilterProvider;
import org.volans.api.sed.FluxUnits;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPlot;
import org.volans.api.sed.SedPoint;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

class SedServiceTest {

    @TempDir
    Path folder = Path.of("");

    private final SedServiceImpl service =
            new SedServiceImpl(new NoTables(), List.of(new SurveyFilters(), new BandFilters()));
    private final NullProgressMonitor monitor = new NullProgressMonitor();

    private static ColumnInfo column(String name, Class<?> type, String unit, String ucd, String description) {
        ColumnInfo info = new ColumnInfo(name, type, description);
        info.setUnitString(unit);
        info.setUCD(ucd);
        return info;
    }

    private static ColumnInfo mag(String name, String ucd, String description) {
        return column(name, Float.class, "mag", ucd, description);
    }

    private static RowListStarTable table(ColumnInfo[] columns, Object... row) {
        RowListStarTable table = new RowListStarTable(columns);
        table.addRow(row);
        return table;
    }

    private static RowListStarTable sdss() {
        return table(
                new ColumnInfo[] {
                    column("SDSS12", String.class, "", "meta.id", "SDSS-DR12 name, based on J2000 position"),
                    column("ra", Double.class, "deg", "pos.eq.ra;meta.main", ""),
                    column("dec", Double.class, "deg", "pos.eq.dec;meta.main", ""),
                    mag("gmag", "phot.mag;em.opt.B", "[5/40]? Model magnitude in g filter, AB scale (g) (5)"),
                    mag("imag", "phot.mag;em.opt.I", "[3/40]? Model magnitude in i filter, AB scale (i) (5)"),
                    mag("e_gmag", "stat.error;phot.mag;em.opt.B", "error of g"),
                    mag("zmag", "phot.mag;em.opt.I", "z"),
                    column("Total", Double.class, "mJy", "phot.flux.density;em.radio.100-200MHz", ""),
                    column("Peak", Double.class, "mJy/beam", "phot.flux.density;em.radio.100-200MHz", ""),
                    mag("Vmag", "phot.mag;em.opt.V", "magnitude"),
                    mag("bright", "phot.mag", "magnitude")
                },
                "J160229.21+480600.4",
                240.621726,
                48.100121,
                21.995f,
                21.498f,
                0.1f,
                Float.NaN,
                12.0,
                8.0,
                20f,
                10f);
    }

    @Test
    void aFlagMakesAnUpperLimit() throws InputException {
        RowListStarTable table = table(
                new ColumnInfo[] {
                    column("F", Double.class, "mJy", "phot.flux.density;em.radio.100-200MHz", ""),
                    column("l_F", String.class, "", "meta.code.error", "limit flag on F"),
                    column("e_F", Double.class, "mJy", "stat.error", ""),
                    mag("rmag", "phot.mag;em.opt.R", "SDSS model magnitude in r filter, AB scale"),
                    column("l_rmag", String.class, "", "meta.code.error", ""),
                    mag("gmag", "phot.mag;em.opt.B", "SDSS model magnitude in g filter, AB scale"),
                    column("l_gmag", String.class, "", "meta.code.error", "")
                },
                12.0,
                "<",
                1.0,
                22f,
                ">",
                22f,
                "<");
        Sed sed = service.sed(table, 0, "", monitor);
        assertThat(sed.points())
                .extracting(SedPoint::column, SedPoint::limit)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("gmag", false),
                        org.assertj.core.groups.Tuple.tuple("rmag", true),
                        org.assertj.core.groups.Tuple.tuple("F", true));
        assertThat(sed.points().getLast().error()).isNaN();
    }

    @Test
    void magnitudesBecomeFluxDensitiesByTheirFilter() throws InputException {
        Sed sed = service.sed(sdss(), 0, "", monitor);
        assertThat(sed.name()).isEqualTo("J160229.21+480600.4");
        assertThat(sed.position()).isPresent();
        assertThat(sed.points()).extracting(SedPoint::column).containsExactly("gmag", "imag", "Total");
        SedPoint g = sed.points().get(0);
        assertThat(g.filter()).isEqualTo("SLOAN/SDSS.g");
        // 21.995 ABmag is 5.780960e-06 Jy in astropy.units 5.2.1, whose AB zero point is 3630.78 Jy where we take 3631
        assertThat(g.flux()).isCloseTo(5.780960e-6 * 3631 / 3630.78, within(1e-11));
        assertThat(g.error()).isCloseTo(g.flux() * Math.log(10) / 25, within(1e-13));
        assertThat(sed.points().get(1).error()).isNaN();
    }

    @Test
    void theProviderOfTheHighestRankingIsAskedFirstWhateverTheOrderOfInjection() throws InputException {
        Map.Entry<Map<String, Object>, FilterProvider> survey =
                Map.entry(Map.of("service.ranking", 100), new SurveyFilters());
        Map.Entry<Map<String, Object>, FilterProvider> band =
                Map.entry(Map.of("service.ranking", -100), new BandFilters());
        for (var order : List.of(List.of(survey, band), List.of(band, survey))) {
            Sed sed = new SedServiceImpl(order, new NoTables()).sed(sdss(), 0, "", monitor);
            assertThat(sed.points().get(0).filter()).isEqualTo("SLOAN/SDSS.g");
        }
    }

    @Test
    void theOriginalValueKeepsItsDigits() throws InputException {
        assertThat(service.sed(sdss(), 0, "", monitor).points().get(0).original())
                .isEqualTo("21.995 mag");
    }

    @Test
    void aRadioFluxStandsInTheMiddleOfItsBand() throws InputException {
        SedPoint radio = service.sed(sdss(), 0, "", monitor).points().get(2);
        assertThat(radio.flux()).isCloseTo(0.012, within(1e-15));
        assertThat(radio.frequency()).isCloseTo(Math.sqrt(100e6 * 200e6), within(1.0));
    }

    @Test
    void whatCannotBeUsedIsNamedAndNotGuessed() throws InputException {
        assertThat(service.sed(sdss(), 0, "", monitor).problems())
                .extracting(Sed.Problem::column, Sed.Problem::reason)
                .satisfiesExactly(
                        p -> assertThat(p.toList()).containsExactly("zmag", "no value in this row"),
                        p -> assertThat(p.toList().get(1).toString()).contains("'mJy/beam' is not one of flux density"),
                        p -> assertThat(p.toList().get(1).toString()).contains("magnitude system are not known"),
                        p -> assertThat(p.toList().get(1).toString()).contains("no filter is known"));
    }

    @Test
    void theNameAloneIsNotEnough() throws InputException {
        RowListStarTable table = table(new ColumnInfo[] {mag("gmag", "phot.mag;em.opt.B", "g")}, 20f);
        assertThat(service.sed(table, 0, "", monitor).points()).isEmpty();
        assertThat(service.sed(table, 0, "SDSS12", monitor).points()).hasSize(1);
        assertThat(service.sed(table, 0, "The Pan-STARRS release 1 survey", monitor)
                        .points())
                .extracting(SedPoint::filter)
                .containsExactly("PAN-STARRS/PS1.g");
    }

    @Test
    void aNameThatContradictsTheUcdIsNotBelieved() throws InputException {
        RowListStarTable table = table(new ColumnInfo[] {mag("gmag", "phot.mag;em.ir.K", "g")}, 20f);
        assertThat(service.sed(table, 0, "SDSS", monitor).points()).isEmpty();
    }

    @Test
    void ninetyNineIsNoMagnitude() throws InputException {
        RowListStarTable table = table(new ColumnInfo[] {mag("gmag", "phot.mag;em.opt.B", "g, SDSS")}, 99f);
        assertThat(service.sed(table, 0, "", monitor).problems().get(0).reason())
                .contains("not measured");
    }

    @Test
    void picturesAreDrawn() throws Exception {
        Sed sed = service.sed(sdss(), 0, "", monitor);
        for (SedPlot.XAxis x : SedPlot.XAxis.values()) {
            for (SedPlot.YAxis y : SedPlot.YAxis.values()) {
                Path png = folder.resolve(x + "-" + y + ".png");
                service.write(List.of(sed), new SedPlot(x, y, 600, 400, ""), png, monitor);
                BufferedImage image = ImageIO.read(png.toFile());
                assertThat(image.getWidth()).isEqualTo(600);
                assertThat(colours(image)).as("%s against %s has ink", y, x).isGreaterThan(10);
            }
        }
        Path svg = folder.resolve("one.svg");
        service.write(List.of(sed), SedPlot.standard("A title"), svg, monitor);
        assertThat(Files.readString(svg)).contains("<svg").contains("A title").contains("Flux density");
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".part"));
    }

    private static long colours(BufferedImage image) {
        return java.util.stream.IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .distinct()
                .count();
    }

    @Test
    void exactFrequenciesAreDrawn() throws Exception {
        SedPoint radio = new SedPoint("flux", "1.4 GHz", 0.21, new Interval(0.21, 0.21), 0.01, 0.001, "10 mJy", false);
        Sed exact = new Sed("exact", Optional.empty(), List.of(radio), List.of());
        for (SedPlot.XAxis x : SedPlot.XAxis.values()) {
            for (SedPlot.YAxis y : SedPlot.YAxis.values()) {
                Path png = folder.resolve(x + "-" + y + "-exact.png");
                service.write(List.of(exact), new SedPlot(x, y, 600, 400, ""), png, monitor);
                assertThat(png).isNotEmptyFile();
            }
        }
    }

    @Test
    void anUnknownKindOfFileIsRefusedByName() {
        assertThatThrownBy(() -> service.write(List.of(), SedPlot.standard(""), folder.resolve("a.doc"), monitor))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a.doc")
                .hasMessageContaining(".svg");
    }

    @Test
    void unitsOfFluxDensity() {
        assertThat(FluxUnits.jansky("mJy", 1).orElseThrow()).isEqualTo(1e-3);
        // 1 erg/s/cm2/Angstrom at 5500 Angstrom is 1.009031e12 Jy: astropy.units.spectral_density 5.2.1
        for (String unit : List.of("erg/s/cm2/Angstrom", "erg.s**-1.cm**-2.Angstrom**-1", "erg s-1 cm-2 A-1")) {
            assertThat(FluxUnits.jansky(unit, 5500e-10).orElseThrow()).as(unit).isCloseTo(1.009031e12, within(1e6));
        }
        assertThat(FluxUnits.jansky("Jy/beam", 1)).isEmpty();
        assertThat(FluxUnits.jansky("MJy/sr", 1)).isEmpty();
    }

    @Test
    void labelsOfDecades() {
        Decades metres = new Decades("m");
        assertThat(metres.format(1e-6)).isEqualTo("1 \u00b5m");
        assertThat(metres.format(100e-9)).isEqualTo("100 nm");
        assertThat(metres.format(1)).isEqualTo("1 m");
        assertThat(new Decades("").format(1e-4)).isEqualTo("10\u207b\u2074");
        assertThat(new Decades("").format(200)).isEqualTo("2\u00d710\u00b2");
    }

    @Test
    void aDescriptionThatNamesSurveyAndBandIsEnoughAndOneThatNamesSeveralIsNot() throws InputException {
        RowListStarTable table = table(
                new ColumnInfo[] {
                    mag("mag_1", "phot.mag;em.IR.J", "2MASS J magnitude"),
                    mag("mag_2", "phot.mag;em.IR.K", "Ks magnitude of 2MASS"),
                    mag("mag_3", "phot.mag;em.IR.H", "2MASS magnitude"),
                    mag("mag_4", "phot.mag;em.opt.R", "SDSS magnitude in r, aperture as for i"),
                    mag("mag_5", "phot.mag;em.opt.V", "SDSS J magnitude")
                },
                14f,
                13f,
                13f,
                15f,
                16f);
        Sed sed = service.sed(table, 0, "", monitor);
        assertThat(sed.points()).extracting(SedPoint::filter).containsExactly("2MASS/2MASS.J", "2MASS/2MASS.Ks");
        // 14 mag with the zero point of 1594 Jy: 1594 * 10^-5.6 = 4.003947e-3 Jy (astropy.units 5.2.1)
        assertThat(sed.points().get(0).flux()).isCloseTo(4.003947e-3, within(1e-9));
        assertThat(sed.problems()).extracting(p -> p.column()).containsExactly("mag_3", "mag_4", "mag_5");
    }
}

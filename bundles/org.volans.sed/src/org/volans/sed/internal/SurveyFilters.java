package org.volans.sed.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.volans.api.geometry.Interval;
import org.volans.api.sed.FilterProvider;
import org.volans.api.sed.PhotometricFilter;
import org.volans.api.table.ColumnMeta;
import org.volans.api.ucd.EmBand;

/**
 * Filters of the large surveys. A filter is found only when the survey is named in the table's context or the column's
 * description, the column's name is one that the survey uses, and the filter lies in the band that the UCD says.
 */
@Component(property = "service.ranking:Integer=100", scope = ServiceScope.SINGLETON)
public final class SurveyFilters implements FilterProvider {

    private static final String FIGURES = "filters.tsv";

    /** How each survey is named in descriptions, and how its columns are; group 1 to 3 of which one is the band. */
    private static final Map<String, Survey> SURVEYS = Map.of(
            "SDSS", new Survey("SDSS|Sloan Digital", opticalNames("ugriz")),
            "PS1", new Survey("Pan-?STARRS|\\bPS1\\b", opticalNames("grizy")),
            "2MASS", new Survey("2MASS|Two Micron All", "(?i)([jhk])s?(?:_?m|_?mag)?|(?:mag_)([jhk])s?"),
            "WISE", new Survey("WISE|Wide-field Infrared", "(?i)(w[1-4])(?:mag|mpro|_?mag)?"),
            "GAIA", new Survey("\\bGaia\\b", "(?i)(?:phot_)?(g|bp|rp)_?(?:mean_)?mag"),
            "GALEX", new Survey("GALEX", "(?i)(fuv|nuv)_?(?:mag)?"),
            "JOHNSON", new Survey("Johnson|Cousins|Bessell", "([UBVRI])_?(?:[JC])?_?(?:mag)?"));

    private record Survey(Pattern named, Pattern column) {
        Survey(String named, String column) {
            this(Pattern.compile(named, Pattern.CASE_INSENSITIVE), Pattern.compile(column));
        }
    }

    private record Entry(String survey, String band, PhotometricFilter filter) {}

    private final List<Entry> entries = read();

    @Override
    public String id() {
        return "filters of the large surveys";
    }

    @Override
    public Optional<PhotometricFilter> find(ColumnMeta column, String context) {
        String text = context + " " + column.description();
        return entries.stream()
                .filter(e -> survey(e.survey()).named().matcher(text).find())
                .filter(e -> e.band().equalsIgnoreCase(band(survey(e.survey()), column.name())))
                .filter(e -> agrees(e.filter(), column))
                .map(Entry::filter)
                .findFirst()
                .or(() -> described(column));
    }

    /** By the description alone, when it names one survey and one of its bands, and the UCD does not say otherwise. */
    private Optional<PhotometricFilter> described(ColumnMeta column) {
        if (EmBand.of(column.ucd()).isEmpty()) {
            return Optional.empty();
        }
        List<PhotometricFilter> named = entries.stream()
                .filter(e ->
                        survey(e.survey()).named().matcher(column.description()).find())
                .filter(e -> Pattern.compile("(?<![\\w'-])" + e.band() + "(?:s|mag)?(?![\\w'-])(?!\\s*-)")
                        .matcher(column.description())
                        .find())
                .filter(e -> agrees(e.filter(), column))
                .map(Entry::filter)
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static Survey survey(String name) {
        Survey survey = SURVEYS.get(name);
        if (survey == null) {
            throw new IllegalStateException("no survey " + name);
        }
        return survey;
    }

    private static String band(Survey survey, String column) {
        var matcher = survey.column().matcher(column);
        if (!matcher.matches()) {
            return "";
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String band = matcher.group(group);
            if (band != null) {
                return band;
            }
        }
        return "";
    }

    /** A column called zmag whose UCD says infrared is another survey's. */
    private static boolean agrees(PhotometricFilter filter, ColumnMeta column) {
        Optional<EmBand> band = EmBand.of(column.ucd());
        return band.isEmpty() || band.get().wavelength().intersects(filter.range());
    }

    /** {@code gmag}, {@code g}, {@code mag_g}, {@code g_mag}, {@code psfMag_g}, {@code gPSFMag}, {@code gpmag}. */
    private static String opticalNames(String bands) {
        String kind = "(?:psf|model|cmodel|petro|kron|p|P|')?_?";
        return "([" + bands + "])_?" + kind + "(?:[mM]ag)?|" + kind + "[mM]ag_?([" + bands + "])";
    }

    private static List<Entry> read() {
        InputStream stream = SurveyFilters.class.getResourceAsStream(FIGURES);
        if (stream == null) {
            throw new IllegalStateException(FIGURES + " is missing from the bundle");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> entry(line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String... f) {
        Interval range = new Interval(Double.parseDouble(f[4]) * 1e-9, Double.parseDouble(f[5]) * 1e-9);
        return new Entry(
                f[0],
                f[1],
                new PhotometricFilter(f[2], Double.parseDouble(f[3]) * 1e-9, range, Double.parseDouble(f[6]), f[7]));
    }
}

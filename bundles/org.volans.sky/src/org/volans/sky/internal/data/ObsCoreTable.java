package org.volans.sky.internal.data;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Polygon;
import org.volans.api.spectral.Light;
import uk.ac.starlink.table.StarTable;

/** {@code ivoa.obscore} (ObsCore 1.1, tables 5 and 6) and {@code lolss.mosaic} from data sets. */
public final class ObsCoreTable {

    /** Media type of a links document, as ObsCore's access_format says it (DataLink 1.1, section 3). */
    static final String LINKS_TYPE = "application/x-votable+xml;content=datalink";

    static final double START = 59_511.5; // MJD of 2021-10-24T12:00:00, which the files' DATE-OBS says
    static final double EXPOSURE = 28_800;

    private ObsCoreTable() {}

    /** The rows of a centre's data sets. */
    static StarTable make(String centre, List<DataSet> sets, SkyFiles files, URI base) {
        return Columns.of("obscore")
                .table(
                        "ivoa.obscore",
                        sets.stream().map(set -> row(centre, set, files, base)).toList());
    }

    /** Where a data set's links document is. */
    static String linksUrl(String centre, DataSet set, URI base) {
        return base.resolve(centre + "/links?ID=" + URLEncoder.encode(set.did(), StandardCharsets.UTF_8))
                .toString();
    }

    /** Where a data set's file is. */
    public static String fileUrl(DataSet set, URI base) {
        return base.resolve("data/" + set.path()).toString();
    }

    private static Map<String, Object> row(String centre, DataSet set, SkyFiles files, URI base) {
        Map<String, Object> row = new HashMap<>();
        row.put("dataproduct_type", set.type());
        row.put("calib_level", set.level());
        row.put("target_name", set.target());
        row.put("obs_id", set.did().substring(set.did().lastIndexOf('/') + 1).replace('?', '/'));
        row.put("obs_title", set.title());
        row.put("obs_collection", set.collection());
        row.put("obs_publisher_did", set.did());
        row.put("access_url", set.cutouts() ? linksUrl(centre, set, base) : fileUrl(set, base));
        row.put("access_format", set.cutouts() ? LINKS_TYPE : set.mediaType());
        row.put("facility_name", "SIMLOFAR");
        row.put("instrument_name", set.instrument());
        row.put("o_ucd", "phot.flux.density;em.radio");
        row.put("pol_states", "/I/");
        row.put("pol_xel", 1L);
        row.put("s_ra", set.center().ra());
        row.put("s_dec", set.center().dec());
        time(row);
        spectrum(row, set);
        set.image().ifPresentOrElse(image -> space(row, image, files), () -> point(row, set));
        return row;
    }

    private static void time(Map<String, Object> row) {
        row.put("t_min", START);
        row.put("t_max", START + EXPOSURE / 86_400);
        row.put("t_exptime", EXPOSURE);
        row.put("t_resolution", EXPOSURE);
        row.put("t_xel", 1L);
    }

    private static void spectrum(Map<String, Object> row, DataSet set) {
        Interval band = set.wavelengths();
        int channels = set.image().map(image -> image.channels().count()).orElse(40);
        row.put("em_min", band.low());
        row.put("em_max", band.high());
        row.put("em_xel", (long) channels);
        row.put("em_ucd", "em.freq");
        row.put("em_res_power", (band.high() + band.low()) / 2 / (band.high() - band.low()) * channels);
    }

    private static void space(Map<String, Object> row, ImageSpec image, SkyFiles files) {
        row.put("access_estsize", files.size(image.path()) / 1000);
        row.put("s_fov", image.side() * Math.sqrt(2));
        row.put("s_region", stcs(image.outline()));
        row.put("s_resolution", image.beam());
        row.put("s_pixel_scale", image.pixel());
        row.put("s_xel1", (long) image.size());
        row.put("s_xel2", (long) image.size());
    }

    private static void point(Map<String, Object> row, DataSet set) {
        double beam = 20;
        row.put("access_estsize", 8L);
        row.put("s_fov", beam / 3600);
        row.put(
                "s_region",
                "CIRCLE ICRS %s %s %s".formatted(set.center().ra(), set.center().dec(), beam / 7200));
        row.put("s_resolution", beam);
        row.put("s_xel1", 1L);
        row.put("s_xel2", 1L);
    }

    /** STC-S, which ADQL 2.0 services write and clients read. */
    static String stcs(Polygon polygon) {
        return polygon.vertices().stream()
                .map(v -> Math.rint(v.ra() * 1e8) / 1e8 + " " + Math.rint(v.dec() * 1e8) / 1e8)
                .collect(Collectors.joining(" ", "POLYGON ICRS ", ""));
    }

    /** {@code lolss.mosaic}: a row for the mosaic as a SIAP service describes it. */
    static StarTable mosaic(DataSet set, SkyFiles files, URI base) {
        ImageSpec image = set.image().orElseThrow();
        Map<String, Object> row = new HashMap<>();
        row.put("centeralpha", set.center().ra());
        row.put("centerdelta", set.center().dec());
        row.put("imagetitle", set.title());
        row.put("instid", set.instrument());
        row.put("dateobs", START);
        row.put("naxes", 2);
        row.put("naxis", image.size() + " " + image.size());
        row.put("scale", image.pixel() / 3600);
        row.put("refframe", "ICRS");
        row.put("wcs_equinox", 2000.0);
        row.put("wcs_projection", "TAN");
        row.put("bandpassid", "LBA 42-66 MHz");
        row.put("bandpassrefval", Light.wavelength(image.channels().first()));
        row.put("bandpasshi", set.wavelengths().high());
        row.put("bandpasslo", set.wavelengths().low());
        row.put("coverage", stcs(image.outline()));
        row.put("pubdid", set.did());
        row.put("dlurl", linksUrl("astron", set, base));
        row.put("accref", fileUrl(set, base));
        row.put("accsize", files.size(image.path()));
        row.put("mime", set.mediaType());
        row.put("rms_noise", 1e3 * image.noise());
        return Columns.of("mosaic").table("lolss.mosaic", List.of(row));
    }
}

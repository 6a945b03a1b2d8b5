package org.volans.sky.internal.data;

import java.util.List;
import org.volans.sky.internal.SkyExample;

/** The queries that the centres give as examples: those of the tutorial. */
final class TutorialExamples {

    private static final SkyExample OBSCORE = new SkyExample(
            "data-at-position",
            "Data that cover a position",
            "Which images and cubes of this centre cover the tutorial's example position?",
            """
            SELECT dataproduct_type, obs_title, access_url, access_format, s_resolution
            FROM ivoa.obscore
            WHERE 1 = CONTAINS(POINT('ICRS', 240.484, 46.768), s_region)""");

    static final List<SkyExample> VIZIER = List.of(
            new SkyExample(
                    "bright-galaxies",
                    "Bright galaxies of SDSS12",
                    "Names, positions and colours of the brightest galaxies in the field.",
                    """
                    SELECT TOP 20 SDSS12, RA_ICRS, DE_ICRS, gmag - rmag AS g_r, rmag
                    FROM "V/147/sdss12"
                    WHERE class = 3 AND rmag < 17
                    ORDER BY rmag"""),
            new SkyExample(
                    "upload-join",
                    "Magnitudes for positions of your own",
                    "Upload a table with columns ra and dec as t1; objects within 1 arcsec come back.",
                    """
                    SELECT SDSS12, mine.*, sdss.gmag, sdss.imag, sdss.rmag, sdss.umag
                    FROM "V/147/sdss12" AS sdss
                    JOIN TAP_UPLOAD.t1 AS mine
                      ON 1 = CONTAINS(POINT('ICRS', sdss.RA_ICRS, sdss.DE_ICRS),
                                      CIRCLE('ICRS', mine.ra, mine.dec, 1./3600.))"""));

    static final List<SkyExample> ASTRON = List.of(
            OBSCORE,
            new SkyExample(
                    "source-near-position",
                    "The radio source near a position",
                    "Sources within 100 arcsec of the tutorial's example position, with their sizes.",
                    """
                    SELECT source, ra, dec, total_flux, maj_axis
                    FROM lolss.source_catalog AS l
                    WHERE DISTANCE(POINT('ICRS', l.ra, l.dec), POINT('ICRS', 240.484, 46.768)) < 100./3600."""),
            new SkyExample(
                    "mosaic",
                    "The mosaic",
                    "The mosaic's row, which leads to its Datalink document and its cutout service.",
                    "SELECT * FROM lolss.mosaic"));

    static final List<SkyExample> GAVO = List.of(
            OBSCORE,
            new SkyExample("cubes", "Cubes in a band", "Cubes that hold wavelengths between 2.0 and 2.2 metres.", """
                    SELECT obs_title, access_url, em_min, em_max, em_xel
                    FROM ivoa.obscore
                    WHERE dataproduct_type = 'cube' AND em_min < 2.2 AND em_max > 2.0"""));

    static final List<SkyExample> SLOW = List.of(OBSCORE);

    private TutorialExamples() {}
}

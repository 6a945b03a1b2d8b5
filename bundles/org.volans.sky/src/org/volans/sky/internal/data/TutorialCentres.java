package org.volans.sky.internal.data;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.volans.api.geometry.Range;
import org.volans.api.table.TableMeta;
import org.volans.sky.internal.CatalogueRecord;
import org.volans.sky.internal.DataCentre;
import org.volans.sky.internal.LinksSpec;
import org.volans.sky.internal.SkyTable;
import uk.ac.starlink.table.StarTable;

/** What the four centres say of themselves. */
final class TutorialCentres {

    private static final String SIMULATED = " Simulated data for demonstrations and tests, not for science.";
    private static final Range FIELD = new Range(236, 243, 45, 49.5);

    private final TutorialContent content;
    private final URI base;

    TutorialCentres(TutorialContent content, URI base) {
        this.content = content;
        this.base = base;
    }

    List<DataCentre> all() {
        return List.of(gavo(), vizier(), astron(), slow());
    }

    private DataCentre vizier() {
        return new DataCentre(
                "vizier",
                "ivo://sky.volans/vizier/tap",
                "Sky VizieR TAP",
                "TAP service of the embedded sky's catalogue collection",
                "Query the catalogues of the tutorial's field in ADQL." + SIMULATED,
                List.of("optical", "infrared"),
                List.of("astronomy-databases", "catalogs"),
                List.of(
                        catalogue(
                                "vizls",
                                "\"V/147/sdss12\"",
                                "sdss12",
                                "The SDSS Photometric Catalogue, Release 12",
                                "SDSS photometric catalogue, release 12, in the tutorial's field. The 23 rows of the"
                                        + " tutorial's objects are real, all others are simulated."),
                        catalogue(
                                "vizls",
                                "\"II/246/out\"",
                                "twomass",
                                "2MASS All-Sky Catalog of Point Sources",
                                "Near-infrared J, H and K magnitudes (Vega) in the tutorial's field." + SIMULATED),
                        catalogue(
                                "vizls",
                                "\"II/349/ps1\"",
                                "panstarrs",
                                "The Pan-STARRS release 1 Survey",
                                "Optical grizy magnitudes (AB) in the tutorial's field." + SIMULATED)),
                Duration.ZERO,
                false,
                false,
                TutorialExamples.VIZIER,
                List.of(
                        record(
                                "ivo://sky.volans/vizier/v/147",
                                "V/147",
                                "The SDSS Photometric Catalogue, Release 12 (SDSS12)",
                                "Optical photometry in u, g, r, i and z (SDSS12, Alam et al. 2015) of the field of the"
                                        + " tutorial: 23 real rows among 100,000 simulated ones.",
                                "optical",
                                "\"V/147/sdss12\"",
                                "vizier/scs/V/147/sdss12"),
                        record(
                                "ivo://sky.volans/vizier/ii/246",
                                "II/246",
                                "2MASS All-Sky Catalog of Point Sources",
                                "Near-infrared photometry in J, H and K." + SIMULATED,
                                "infrared",
                                "\"II/246/out\"",
                                "vizier/scs/II/246/out"),
                        record(
                                "ivo://sky.volans/vizier/ii/349",
                                "II/349",
                                "The Pan-STARRS release 1 (PS1) Survey",
                                "Optical photometry in g, r, i, z and y." + SIMULATED,
                                "optical",
                                "\"II/349/ps1\"",
                                "vizier/scs/II/349/ps1")));
    }

    private DataCentre astron() {
        return new DataCentre(
                "astron",
                "ivo://sky.volans/astron/tap",
                "Sky ASTRON TAP",
                "TAP service of the embedded sky's radio observatory",
                "Images and sources of a low-frequency radio survey at 54 MHz: ObsCore, the mosaic with Datalink and"
                        + " cutouts, and the source catalogue." + SIMULATED,
                List.of("radio"),
                List.of("radio-astronomy", "radio-continuum-emission", "surveys"),
                List.of(
                        table(
                                "lolss",
                                "lolss.mosaic",
                                "mosaic",
                                "LoLSS-like mosaic",
                                "The mosaic of a 54 MHz survey." + SIMULATED,
                                () -> content.mosaic(base),
                                Optional.of(new LinksSpec("pubdid", "astron/links"))),
                        catalogue(
                                "lolss",
                                "lolss.source_catalog",
                                "source_catalog",
                                "LoLSS-like source catalogue",
                                "The sources of the mosaic: position, flux density at 54 MHz, size." + SIMULATED),
                        obscore("astron", true)),
                Duration.ZERO,
                true,
                false,
                TutorialExamples.ASTRON,
                List.of(
                        imageRecord("astron", "lolss", "LoLSS-sim images", "Images of a 54 MHz survey"),
                        record(
                                "ivo://sky.volans/astron/lolss/sources",
                                "LoLSS-sim src",
                                "Sources of a 54 MHz survey (LoLSS-like)",
                                "Radio sources of the tutorial's field." + SIMULATED,
                                "radio",
                                "lolss.source_catalog",
                                "astron/scs")));
    }

    private DataCentre gavo() {
        return new DataCentre(
                "gavo",
                "ivo://sky.volans/gavo/tap",
                "Sky GAVO TAP",
                "TAP service of the embedded sky's data centre, with the registry",
                "Radio cubes, images and spectra through ObsCore, and the relational registry of the embedded sky."
                        + SIMULATED,
                List.of("radio"),
                List.of("radio-astronomy", "spectroscopy", "virtual-observatories"),
                List.of(obscore("gavo", true)),
                Duration.ZERO,
                true,
                true,
                TutorialExamples.GAVO,
                List.of(imageRecord(
                        "gavo", "cubes", "Simulated cubes", "Radio cubes, images and spectra, 120-168 MHz")));
    }

    private DataCentre slow() {
        return new DataCentre(
                "slow",
                "ivo://sky.volans/slow/tap",
                "Sky slow TAP",
                "TAP service of the embedded sky that answers slowly",
                "Two tiles of a 1.4 GHz radio survey through ObsCore; every answer takes its time." + SIMULATED,
                List.of("radio"),
                List.of("radio-astronomy", "surveys"),
                List.of(obscore("slow", false)),
                Duration.ofSeconds(2),
                true,
                false,
                TutorialExamples.SLOW,
                List.of());
    }

    private SkyTable obscore(String centre, boolean links) {
        return new SkyTable(
                "ivoa",
                new TableMeta(
                        "ivoa.obscore",
                        "ObsCore",
                        "The data sets of this centre in the Observation Core data model 1.1",
                        "table",
                        "ivo://ivoa.net/std/ObsCore#core-1.1",
                        Columns.of("obscore").metas()),
                () -> content.obscore(centre, base),
                links ? Optional.of(new LinksSpec("obs_publisher_did", centre + "/links")) : Optional.empty());
    }

    private SkyTable catalogue(String schema, String name, String columns, String title, String description) {
        return table(schema, name, columns, title, description, () -> content.catalogue(columns), Optional.empty());
    }

    private static SkyTable table(
            String schema,
            String name,
            String columns,
            String title,
            String description,
            Supplier<StarTable> rows,
            Optional<LinksSpec> links) {
        TableMeta meta = new TableMeta(
                name, title, description, "table", "", Columns.of(columns).metas());
        return new SkyTable(schema, meta, rows, links);
    }

    private static CatalogueRecord record(
            String ivoid,
            String shortName,
            String title,
            String description,
            String waveband,
            String table,
            String conePath) {
        return new CatalogueRecord(
                ivoid,
                shortName,
                title,
                description,
                List.of(waveband),
                List.of("catalogs", "surveys"),
                List.of(table),
                Optional.of(FIELD),
                List.of(TutorialCapabilities.coneSearch(conePath)));
    }

    private static CatalogueRecord imageRecord(String centre, String name, String shortName, String title) {
        return new CatalogueRecord(
                "ivo://sky.volans/" + centre + "/" + name,
                shortName,
                title,
                title + ": search by position and band, links, cutouts." + SIMULATED,
                List.of("radio"),
                List.of("radio-astronomy", "surveys"),
                List.of("ivoa.obscore"),
                Optional.of(FIELD),
                TutorialCapabilities.images(centre));
    }
}

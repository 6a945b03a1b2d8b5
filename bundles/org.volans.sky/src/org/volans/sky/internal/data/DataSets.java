package org.volans.sky.internal.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.volans.api.geometry.Interval;

/** The data sets of each centre. Immutable. */
public final class DataSets {

    /** Sources that have spectra: their numbers in the catalogue. */
    private static final int[] SPECTRA = {0, 2, 7, 12};

    private final Map<String, List<DataSet>> centres;

    DataSets(RadioSky sky) {
        List<DataSet> gavo = new ArrayList<>(numbered(
                "ivo://sky.volans/gavo/cubes?field_%d",
                "simcubes", "Simulated spectral cube 120-168 MHz, field %d", SkyImages.cubes(), 3, "HBA", true));
        gavo.addAll(numbered(
                "ivo://sky.volans/gavo/deep?field_%d",
                "simdeep", "Simulated deep image at 144 MHz, field %d", SkyImages.deep(), 3, "HBA", false));
        gavo.addAll(spectra(sky));
        List<DataSet> astron = new ArrayList<>(List.of(DataSet.of(
                "ivo://sky.volans/astron/lolss?mosaic",
                "lolss",
                "Simulated LOFAR LBA mosaic at 54 MHz",
                3,
                "LBA",
                SkyImages.MOSAIC,
                true)));
        astron.addAll(numbered(
                "ivo://sky.volans/astron/lolss?pointing_%d",
                "lolss-pointings",
                "Simulated LOFAR LBA pointing %d at 54 MHz",
                SkyImages.pointings(),
                2,
                "LBA",
                false));
        List<DataSet> slow = numbered(
                "ivo://sky.volans/slow/wide?tile_%d",
                "simwide", "Simulated 1.4 GHz survey, tile %d", SkyImages.wide(), 3, "1.4GHz", false);
        centres = Map.of("astron", List.copyOf(astron), "gavo", List.copyOf(gavo), "slow", List.copyOf(slow));
    }

    /** The data sets of a centre; none for a centre without images. */
    public List<DataSet> of(String centre) {
        return centres.getOrDefault(centre, List.of());
    }

    /** A data set of a centre by its publisher's identifier. */
    public Optional<DataSet> find(String centre, String did) {
        return of(centre).stream().filter(set -> set.did().equals(did)).findFirst();
    }

    private static List<DataSet> numbered(
            String did,
            String collection,
            String title,
            List<ImageSpec> images,
            int level,
            String instrument,
            boolean cutouts) {
        List<DataSet> sets = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            sets.add(DataSet.of(
                    did.formatted(i), collection, title.formatted(i), level, instrument, images.get(i), cutouts));
        }
        return sets;
    }

    private static List<DataSet> spectra(RadioSky sky) {
        List<DataSet> sets = new ArrayList<>();
        Interval band = SkyImages.cubes().get(0).channels().wavelengths();
        for (int number : SPECTRA) {
            RadioSource source = sky.sources().get(number);
            sets.add(new DataSet(
                    "ivo://sky.volans/gavo/spectra?source_" + number,
                    Spectra.path(number),
                    "spectrum",
                    "simspectra",
                    "Simulated spectrum 120-168 MHz of source " + number,
                    SourceCatalogue.name(source),
                    3,
                    "HBA",
                    source.position(),
                    band,
                    Optional.empty(),
                    false));
        }
        return sets;
    }
}

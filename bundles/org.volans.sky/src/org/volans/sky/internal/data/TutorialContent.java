package org.volans.sky.internal.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.image.ImageService;
import org.volans.sky.internal.DataCentre;
import org.volans.sky.internal.SkyContent;
import org.volans.sky.internal.SkyServlet;
import org.volans.sky.internal.links.SkyServlets;
import uk.ac.starlink.table.StarTable;

/**
 * The tutorial's part of the sky, as four centres publish it. Rows are made when they are first asked for and shared by all
 * who ask. Safe for concurrent use.
 */
public final class TutorialContent implements SkyContent {

    private final Lazy<RadioSky> sky = new Lazy<>(RadioSky::new);
    private final Lazy<SkyFiles> files;
    private final Lazy<DataSets> sets = new Lazy<>(() -> new DataSets(sky.get()));
    private final Lazy<Spectra> spectra = new Lazy<>(() -> new Spectra(sky.get()));
    private final Map<String, Lazy<StarTable>> catalogues = Map.of(
            "sdss12", new Lazy<>(Sdss12Table::make),
            "twomass", new Lazy<>(DecoyTables::twoMass),
            "panstarrs", new Lazy<>(DecoyTables::panStarrs),
            "source_catalog", new Lazy<>(() -> SourceCatalogue.make(sky.get(), SkyImages.MOSAIC)));
    private final ImageService images;

    /**
     * Makes nothing yet.
     *
     * @param cacheFolder where files are kept, in a folder for this version of the data; see {@link #defaultFolder}
     * @param images      for cutouts and previews
     * @param monitor     of the start, which makes nothing that takes long
     */
    public TutorialContent(Path cacheFolder, ImageService images, IProgressMonitor monitor) {
        this.images = images;
        files = new Lazy<>(() -> new SkyFiles(cacheFolder.resolve(SkyFiles.VERSION), SkyImages.all(), sky.get()));
        monitor.subTask("Preparing the embedded sky");
    }

    /** {@code volans/sky} in the user's cache folder: {@code $XDG_CACHE_HOME}, else {@code ~/.cache}. */
    public static Path defaultFolder() {
        return SkyFiles.cacheFolder(System::getenv, Path.of(System.getProperty("user.home")));
    }

    @Override
    public List<DataCentre> centres(URI base) {
        return new TutorialCentres(this, base).all();
    }

    @Override
    public List<SkyServlet> servlets(URI base) {
        return SkyServlets.of(this, images, base);
    }

    /** The FITS files. */
    public SkyFiles files() {
        return files.get();
    }

    /** The spectra. */
    public Spectra spectra() {
        return spectra.get();
    }

    /** The data sets of all centres. */
    public DataSets sets() {
        return sets.get();
    }

    /** A catalogue by the name of its description: {@code sdss12}, {@code source_catalog}… */
    public StarTable catalogue(String name) {
        Lazy<StarTable> catalogue = catalogues.get(name);
        if (catalogue == null) {
            throw new IllegalArgumentException("there is no catalogue " + name);
        }
        return catalogue.get();
    }

    /** {@code ivoa.obscore} of a centre. */
    public StarTable obscore(String centre, URI base) {
        return ObsCoreTable.make(centre, sets().of(centre), files(), base);
    }

    StarTable mosaic(URI base) {
        return ObsCoreTable.mosaic(sets().of("astron").get(0), files(), base);
    }
}

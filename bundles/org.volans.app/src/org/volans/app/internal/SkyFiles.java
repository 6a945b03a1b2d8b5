package org.volans.app.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.sky.EmbeddedSky;
import org.volans.api.table.TableService;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.query.QueryFile;
import org.volans.ui.services.ServiceEntry;

/** The tutorial's files in the project folder: its objects, and queries to begin with. What exists stays as it is. */
final class SkyFiles {

    /** The tutorial's positions. */
    static final String OBJECTS = "objects.vot";

    /**
     * A query to begin with.
     *
     * @param service short name of the service that it is for
     * @param upload  name of the objects as its upload, or empty
     */
    private record Sample(String service, String upload, String adql) {}

    /** Queries by their file names. */
    private static final Map<String, Sample> QUERIES = new TreeMap<>(Map.of(
            "upload-join.adql",
            new Sample("Sky VizieR TAP", "objects", """
            -- Magnitudes for the objects of objects.vot.
            SELECT mine.*, sdss.SDSS12, sdss.umag, sdss.gmag, sdss.rmag, sdss.imag, sdss.zmag
            FROM "V/147/sdss12" AS sdss
            JOIN TAP_UPLOAD.objects AS mine
              ON 1 = CONTAINS(POINT('ICRS', sdss.RA_ICRS, sdss.DE_ICRS),
                              CIRCLE('ICRS', mine.ra, mine.dec, 1./3600.))
            """),
            "obscore-region.adql",
            new Sample("Sky ASTRON TAP", "", """
            -- Images and cubes that cover a position.
            SELECT dataproduct_type, obs_title, access_url, access_format, s_ra, s_dec, s_resolution
            FROM ivoa.obscore
            WHERE 1 = CONTAINS(POINT('ICRS', 240.484, 46.768), s_region)
            """),
            "cone.adql",
            new Sample("Sky ASTRON TAP", "", """
            -- Radio sources within 2 degrees of a position, the brightest first.
            SELECT TOP 200 source, ra, dec, total_flux, maj_axis
            FROM lolss.source_catalog
            WHERE 1 = CONTAINS(POINT('ICRS', ra, dec), CIRCLE('ICRS', 240.484, 46.768, 2.0))
            ORDER BY total_flux DESC
            """)));

    private final EmbeddedSky sky;
    private final TableService tables;
    private final ProjectFolder folder;

    SkyFiles(EmbeddedSky sky, TableService tables, ProjectFolder folder) {
        this.sky = sky;
        this.tables = tables;
        this.folder = folder;
    }

    /** The objects' file, which may not exist yet. No I/O. */
    IFile objects() {
        return folder.project().getFile(OBJECTS);
    }

    /** Writes what is missing. I/O. */
    void write(IProgressMonitor monitor) throws VoException {
        folder.ensure();
        SubMonitor progress = SubMonitor.convert(monitor, 1 + QUERIES.size());
        IProject project = folder.project();
        try {
            project.refreshLocal(IResource.DEPTH_ONE, progress.split(0));
            Path place = project.getLocation().append(OBJECTS).toPath();
            if (!Files.exists(place)) {
                tables.save(sky.tutorialObjects(), place, "", progress.split(1));
                objects().refreshLocal(IResource.DEPTH_ZERO, progress.split(0));
            }
            IFolder queries = project.getFolder(ProjectFolder.QUERIES);
            if (!queries.exists()) {
                queries.create(true, true, progress.split(0));
            }
            queries.refreshLocal(IResource.DEPTH_ONE, progress.split(0));
            for (Map.Entry<String, Sample> query : QUERIES.entrySet()) {
                IFile file = queries.getFile(query.getKey());
                if (!file.exists()) {
                    byte[] text = query.getValue().adql().getBytes(StandardCharsets.UTF_8);
                    file.create(new ByteArrayInputStream(text), true, progress.split(1));
                }
            }
        } catch (CoreException e) {
            throw new OutputException("the tutorial's files cannot be written: " + e.getMessage(), e);
        }
    }

    /** Tells each query whom it is for; the services are elsewhere at each start. I/O. */
    void address(List<ServiceEntry> services) throws VoException {
        IFolder queries = folder.project().getFolder(ProjectFolder.QUERIES);
        for (Map.Entry<String, Sample> query : QUERIES.entrySet()) {
            IFile file = queries.getFile(query.getKey());
            Sample sample = query.getValue();
            for (ServiceEntry service : services) {
                if (service.name().equals(sample.service()) && file.exists()) {
                    Map<String, IFile> uploads =
                            sample.upload().isEmpty() ? Map.of() : Map.of(sample.upload(), objects());
                    QueryFile.remember(file, service.url(), uploads);
                }
            }
        }
    }
}

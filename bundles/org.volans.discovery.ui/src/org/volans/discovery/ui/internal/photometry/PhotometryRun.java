package org.volans.discovery.ui.internal.photometry;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.photometry.PhotometryMatches;
import org.volans.api.photometry.PhotometryService;
import org.volans.api.photometry.PhotometryTable;
import org.volans.api.table.TableService;
import org.volans.api.tap.TapQuery;
import org.volans.discovery.ui.internal.Asked;
import org.volans.discovery.ui.internal.Editors;
import org.volans.discovery.ui.internal.QueryFiles;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;
import org.volans.ui.query.QueryRequest;
import org.volans.ui.query.QueryRunner;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;
import uk.ac.starlink.table.StarTable;

/** Joins positions with photometry; the query and its answer become files of the project. */
final class PhotometryRun {

    private static final double ARCSEC = 1 / 3600.0;

    private final Wish wish;
    private final PhotometryService photometry;
    private final RegistryChoice registry;
    private final QueryRunner runner;
    private final ProjectFolder folder;
    private final TableService tables;

    private PhotometryRun(Wish wish, IWorkbench workbench) {
        this.wish = wish;
        this.photometry = workbench.getService(PhotometryService.class);
        this.registry = workbench.getService(RegistryChoice.class);
        this.runner = workbench.getService(QueryRunner.class);
        this.folder = workbench.getService(ProjectFolder.class);
        this.tables = workbench.getService(TableService.class);
    }

    /** Starts; the result opens in its editor. UI thread. */
    static void start(Wish wish, IWorkbenchPage page) {
        Shell shell = page.getWorkbenchWindow().getShell();
        PhotometryRun run = new PhotometryRun(wish, page.getWorkbenchWindow().getWorkbench());
        new Workplace(shell)
                .run(
                        "Photometry of " + wish.objects().name() + " from "
                                + wish.candidate().table().name(),
                        run::run,
                        file -> Editors.open(page, file, Ids.TABLE_EDITOR),
                        failure -> say(shell, failure));
    }

    private static void say(Shell shell, Failure failure) {
        MessageDialog.openError(shell, "Find Photometry", failure.message());
    }

    private IFile run(IProgressMonitor monitor) throws VoException {
        Inquiry inquiry = Asked.by(registry, monitor);
        PhotometryTable with = photometry
                .verified(wish.candidate(), inquiry, monitor)
                .orElseThrow(() -> new InputException(wish.candidate().table().name() + " of "
                        + wish.candidate().resource() + " has no positions with photometry after all. Choose another"
                        + " table."));
        StarTable objects = wish.objects().table();
        TapQuery join = photometry.join(with, objects, wish.radius() * ARCSEC);
        String name = wish.objects().name() + " with " + shortName(with);
        Map<String, IFile> uploads = wish.objects()
                .file()
                .map(file -> Map.of(join.uploads().keySet().iterator().next(), file))
                .orElse(Map.of());
        QueryFiles.write(folder, name, about(with), with.service(), join.adql(), uploads);
        try {
            return runner.run(
                    new QueryRequest(
                            new ServiceEntry(with.resource(), with.ivoid(), with.service()),
                            join.adql(),
                            join.uploads(),
                            objects.getRowCount() > PhotometryService.MOST_ROWS_AT_ONCE,
                            OptionalLong.empty(),
                            name),
                    monitor);
        } catch (ServiceException e) {
            // a service that takes no uploads is asked in another way, if it is there at all
            return withoutUpload(with, name, inquiry, monitor, e);
        }
    }

    private String about(PhotometryTable with) {
        return "Photometry for the positions of " + wish.objects().name() + " within " + wish.radius() + " arcsec\n"
                + "Service: " + with.service() + " (" + with.resource() + ")\n"
                + "Upload: objects = "
                + wish.objects()
                        .file()
                        .map(file -> file.getProjectRelativePath().toString())
                        .orElse(wish.objects().name());
    }

    /** {@code sdss12} of {@code "V/147/sdss12"}. */
    private static String shortName(PhotometryTable with) {
        String name = with.table().name().replace("\"", "");
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1);
    }

    private IFile withoutUpload(
            PhotometryTable with, String name, Inquiry inquiry, IProgressMonitor monitor, ServiceException refusal)
            throws VoException {
        if (refusal.status() < 200) {
            throw refusal;
        }
        Instant start = Instant.now();
        PhotometryMatches matches =
                photometry.match(with, wish.objects().table(), wish.radius() * ARCSEC, inquiry, monitor);
        IFile file = folder.newFile(ProjectFolder.RESULTS, name, "vot");
        Path path = ProjectFolder.path(file);
        tables.save(matches.table(), path, "", monitor);
        folder.arrived(
                file,
                Provenance.since(
                        start,
                        with.service().toString(),
                        "positions within " + wish.radius() + " arcsec of those of "
                                + wish.objects().name(),
                        matches.table().getRowCount(),
                        false,
                        Map.of("service", with.resource(), "upload refused", refusal.getMessage())));
        return file;
    }
}

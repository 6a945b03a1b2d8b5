package org.volans.sed.ui.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.volans.api.VoException;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPlot;
import org.volans.api.sed.SedService;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;
import org.volans.ui.widgets.Copy;
import org.volans.ui.work.Workplace;

/** Pictures and tables of what the chart shows. UI thread only; writes elsewhere. */
final class SedExport {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;

    private final SedPane pane;
    private final SedService service;
    private final ProjectFolder project;
    private final IWorkbenchPage page;
    private final Workplace work;

    SedExport(SedPane pane, SedService service, ProjectFolder project, IWorkbenchPage page) {
        this.pane = pane;
        this.service = service;
        this.project = project;
        this.page = page;
        this.work = new Workplace(pane.state());
    }

    /** Writes a new file into the project. */
    void intoProject(String extension) {
        List<Sed> seds = pane.figure().seds();
        SedPlot plot = plot(seds);
        work.run(
                "Saving the SED",
                monitor -> write(seds, plot, extension, monitor),
                file -> pane.say("Saved as <a>" + file.getProjectRelativePath() + "</a>", () -> open(file)),
                failure -> pane.say("Not saved: " + failure.message(), null));
    }

    private IFile write(List<Sed> seds, SedPlot plot, String extension, IProgressMonitor monitor) throws VoException {
        Instant start = Instant.now();
        IFile file = project.newFile(ProjectFolder.RESULTS, "sed-" + stem(seds), extension);
        service.write(seds, plot, ProjectFolder.path(file), monitor);
        String names = String.join(", ", seds.stream().map(Sed::name).toList());
        project.arrived(
                file, Provenance.since(start, "", "SED of " + names, -1, false, Map.of("made by", "the SED view")));
        return file;
    }

    /** Asks for a file and writes it. */
    void intoChosenFile() {
        FileDialog dialog = new FileDialog(pane.state().getShell(), SWT.SAVE);
        dialog.setText("Save the SED");
        dialog.setFilterExtensions(new String[] {"*.png", "*.svg", "*.csv", "*.vot"});
        dialog.setFilterNames(new String[] {
            "Picture (*.png)", "Vector picture (*.svg)", "Points as CSV (*.csv)", "Points as VOTable (*.vot)"
        });
        List<Sed> seds = pane.figure().seds();
        dialog.setFileName("sed-" + stem(seds) + ".png");
        dialog.setOverwrite(true);
        @Nullable String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        SedPlot plot = plot(seds);
        work.run(
                "Saving the SED",
                monitor -> {
                    service.write(seds, plot, Path.of(chosen), monitor);
                    return chosen;
                },
                done -> pane.say("Saved as " + done, null),
                failure -> pane.say("Not saved: " + failure.message(), null));
    }

    /** Puts a picture of the chart as it stands, and its points as text, on the clipboard. */
    void copyPicture() {
        Image image = pane.figure().picture();
        try {
            Copy.image(image.getImageData());
            pane.say("The picture is on the clipboard", null);
        } finally {
            image.dispose();
        }
    }

    private SedPlot plot(List<Sed> seds) {
        String title = seds.size() == 1 ? "" : seds.size() + " objects";
        return new SedPlot(pane.figure().xAxis(), pane.figure().yAxis(), WIDTH, HEIGHT, title);
    }

    private static String stem(List<Sed> seds) {
        return seds.size() == 1 ? seds.getFirst().name() : seds.size() + "-objects";
    }

    private void open(IFile file) {
        try {
            IDE.openEditor(page, file);
        } catch (PartInitException e) {
            pane.say("Cannot be opened: " + e.getMessage(), null);
        }
    }
}

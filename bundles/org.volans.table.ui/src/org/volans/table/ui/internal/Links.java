package org.volans.table.ui.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.io.WholeFile;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpCall;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;
import org.volans.ui.work.Workplace;

/** Follows the links in cells: to the browser, or into the project folder and its editor. UI thread only. */
final class Links {

    private final Context context;
    private final Control owner;
    private final Workplace place;

    Links(Context context, Control owner) {
        this.context = context;
        this.owner = owner;
        this.place = Workplace.quiet(owner);
    }

    void browse(String url) {
        if (!Program.launch(url)) {
            say("No program of this system opens " + url);
        }
    }

    void fetch(String url) {
        place.run("Fetching " + url, m -> download(url, m), this::open, failure -> say(failure.message()));
    }

    /** Outside of the UI thread. */
    private IFile download(String url, IProgressMonitor monitor) throws VoException {
        long start = System.nanoTime();
        HttpCall call;
        try {
            call = HttpCall.get(new URI(url));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new InputException("The link is no valid http address: " + e.getMessage(), e);
        }
        try (HttpAnswer answer = context.http().send(call, monitor)) {
            String extension = extension(answer);
            String folder = extension.equals("fits") ? ProjectFolder.IMAGES : ProjectFolder.RESULTS;
            IFile file = context.project().newFile(folder, stem(answer.uri()), extension);
            Path path = file.getLocation().toPath();
            WholeFile.write(path, out -> answer.body().transferTo(out));
            context.project()
                    .arrived(
                            file,
                            new Provenance(
                                    url,
                                    url,
                                    Instant.now()
                                            .truncatedTo(ChronoUnit.SECONDS)
                                            .toString(),
                                    (System.nanoTime() - start) / 1e9,
                                    -1,
                                    false,
                                    Map.of()));
            return file;
        }
    }

    /** What kind of file it is, by its media type, else by the address. */
    private static String extension(HttpAnswer answer) {
        String type = answer.mediaType();
        if (type.contains("votable") || type.equals("text/xml") || type.equals("application/xml")) {
            return "vot";
        }
        if (type.contains("fits")) {
            return "fits";
        }
        String path = String.valueOf(answer.uri().getPath());
        String last = path.substring(path.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot > 0 && last.length() - dot <= 6 ? last.substring(dot + 1) : "dat";
    }

    private static String stem(URI uri) {
        String path = String.valueOf(uri.getPath());
        String last = path.substring(path.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        String stem = dot > 0 ? last.substring(0, dot) : last;
        return stem.isEmpty() ? String.valueOf(uri.getHost()) : stem;
    }

    private void open(IFile file) {
        try {
            IDE.openEditor(context.site().getPage(), file);
        } catch (PartInitException e) {
            say(file.getName() + " was saved to the project, but no editor opens it: " + e.getMessage());
        }
    }

    private void say(String words) {
        MessageDialog.openInformation(owner.getShell(), "Open Link", words);
    }
}

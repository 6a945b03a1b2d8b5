package org.volans.table.ui.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
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
        Instant start = Instant.now();
        try (HttpAnswer answer = context.http().send(call(url), monitor)) {
            String extension = extension(answer);
            String folder = extension.equals("fits") ? ProjectFolder.IMAGES : ProjectFolder.RESULTS;
            IFile file = context.project().newFile(folder, stem(answer.uri()), extension);
            answer.saveTo(ProjectFolder.path(file), monitor);
            String from = ServiceException.withoutCredentials(answer.uri()).toString();
            context.project().arrived(file, Provenance.since(start, from, from, -1, false, Map.of()));
            return file;
        }
    }

    private static HttpCall call(String url) throws InputException {
        try {
            return HttpCall.get(new URI(url));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new InputException("The link is no valid http address: " + e.getMessage(), e);
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
        String last = last(answer.uri());
        int dot = last.lastIndexOf('.');
        return dot > 0 && last.length() - dot <= 6 ? last.substring(dot + 1) : "dat";
    }

    private static String last(URI uri) {
        String path = String.valueOf(uri.getPath());
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String stem(URI uri) {
        String last = last(uri);
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

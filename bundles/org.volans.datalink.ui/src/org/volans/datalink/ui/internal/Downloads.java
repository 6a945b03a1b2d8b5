package org.volans.datalink.ui.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.io.ByteSize;
import org.volans.api.io.WholeFile;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;

/** Fetches what links lead to. All methods block. */
public final class Downloads {

    private final HttpService http;
    private final ProjectFolder project;

    public Downloads(HttpService http, ProjectFolder project) {
        this.http = http;
        this.project = project;
    }

    /** How large it is, as far as the server says without sending it. */
    OptionalLong size(URI url, IProgressMonitor monitor) {
        HttpCall get = HttpCall.get(url);
        HttpCall head = new HttpCall("HEAD", url, get.headers(), get.body(), Duration.ofSeconds(10), true, false, true);
        try (HttpAnswer answer = http.send(head, monitor)) {
            return answer.length();
        } catch (ServiceException e) {
            // many servers know no HEAD; whether there is anything is seen when it is fetched
            return OptionalLong.empty();
        }
    }

    /** Reads a whole small thing. */
    byte[] bytes(URI url, int most, IProgressMonitor monitor) throws VoException {
        try (HttpAnswer answer = http.send(HttpCall.get(url).cached(true), monitor)) {
            byte[] bytes = answer.body().readNBytes(most + 1);
            if (bytes.length > most) {
                throw new InputException("it is larger than " + ByteSize.text(most));
            }
            return bytes;
        } catch (IOException e) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            throw new ServiceException(url, 200, url.getHost() + ": the data broke off: " + e.getMessage(), e);
        }
    }

    /**
     * Fetches into a new file of the project, in {@code images} when it is FITS, else in {@code results}.
     *
     * @param stem of the file's name
     * @param type media type that was announced; what the server says counts first
     */
    public IFile fetch(HttpCall call, String stem, String type, String what, IProgressMonitor monitor)
            throws VoException {
        Instant start = Instant.now();
        SubMonitor progress = SubMonitor.convert(monitor, "Downloading " + stem, 100);
        try (HttpAnswer answer = http.send(call, progress)) {
            String extension = LinkWords.extension(answer.mediaType(), LinkWords.extension(type, ending(stem)));
            String folder = extension.equals("fits") ? ProjectFolder.IMAGES : ProjectFolder.RESULTS;
            String bare = stem.replaceFirst("\\.gz$", "").replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
            IFile begun = project.newFile(folder, bare, extension);
            answer.saveTo(ProjectFolder.path(begun), progress);
            IFile file = zippedOrNot(begun, folder, bare, extension);
            arrived(file, call.uri(), what, start);
            return file;
        }
    }

    /** Fetches into a file that the user chose. */
    void fetch(URI url, Path target, IProgressMonitor monitor) throws VoException {
        SubMonitor progress = SubMonitor.convert(monitor, "Downloading " + target.getFileName(), 100);
        try (HttpAnswer answer = http.send(HttpCall.get(url), progress)) {
            answer.saveTo(target, progress);
        }
    }

    /** Says where a file of the project is from. */
    public void arrived(IFile file, URI request, String what, Instant start) throws VoException {
        URI shown = ServiceException.withoutCredentials(request);
        project.arrived(
                file,
                Provenance.since(
                        start,
                        shown.getScheme() + "://" + shown.getAuthority() + shown.getPath(),
                        shown.toString(),
                        -1,
                        false,
                        Map.of("what", what)));
    }

    /** The file, whose name says so if it is compressed by gzip. */
    public IFile zippedOrNot(IFile file, String folder, String stem, String extension) throws VoException {
        if (extension.equals("gz")) {
            return file;
        }
        try (InputStream in = Files.newInputStream(ProjectFolder.path(file))) {
            boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
            return zipped ? renamed(file, folder, stem, extension + ".gz") : file;
        } catch (IOException e) {
            throw new InputException("cannot read '" + file.getName() + "': " + WholeFile.reason(e), e);
        }
    }

    /** The file with another extension, moved there. */
    public IFile renamed(IFile file, String folder, String stem, String extension) throws OutputException {
        IFile better = project.newFile(folder, stem, extension);
        try {
            Files.move(ProjectFolder.path(file), ProjectFolder.path(better), StandardCopyOption.REPLACE_EXISTING);
            return better;
        } catch (IOException e) {
            throw new OutputException("cannot write '" + better.getName() + "': " + WholeFile.reason(e), e);
        }
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1);
        return ending.matches("[A-Za-z0-9]{1,5}") ? ending : "dat";
    }
}

package org.volans.datalink.ui.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.io.WholeFile;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;

/** Fetches what links lead to. All methods block. */
public final class Downloads {

    private static final int BUFFER = 1 << 16;

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
            return length(answer);
        } catch (ServiceException e) {
            // many servers know no HEAD; whether there is anything is seen when it is fetched
            return OptionalLong.empty();
        }
    }

    private static OptionalLong length(HttpAnswer answer) {
        String length = answer.header("Content-Length").orElse("").strip();
        return length.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(length)) : OptionalLong.empty();
    }

    /** Reads a whole small thing. */
    byte[] bytes(URI url, int most, IProgressMonitor monitor) throws VoException {
        try (HttpAnswer answer = http.send(HttpCall.get(url).cached(true), monitor)) {
            byte[] bytes = answer.body().readNBytes(most + 1);
            if (bytes.length > most) {
                throw new InputException("it is larger than " + LinkWords.size(most));
            }
            return bytes;
        } catch (IOException e) {
            throw broken(url, e, monitor);
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
            copy(answer, path(begun), progress);
            IFile file = zippedOrNot(begun, folder, bare, extension);
            arrived(file, call.uri(), what, start);
            return file;
        }
    }

    /** Fetches into a file that the user chose. */
    void fetch(URI url, Path target, IProgressMonitor monitor) throws VoException {
        SubMonitor progress = SubMonitor.convert(monitor, "Downloading " + target.getFileName(), 100);
        try (HttpAnswer answer = http.send(HttpCall.get(url), progress)) {
            copy(answer, target, progress);
        }
    }

    /** Says where a file of the project is from. */
    public void arrived(IFile file, URI request, String what, Instant start) throws VoException {
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        project.arrived(
                file,
                new Provenance(
                        request.getScheme() + "://" + withoutUser(request.getAuthority()) + request.getPath(),
                        withoutUser(request.toString()),
                        start.truncatedTo(ChronoUnit.SECONDS).toString(),
                        seconds,
                        -1,
                        false,
                        Map.of("what", what)));
    }

    /** Without a name and password that stand in a URL. */
    private static String withoutUser(String text) {
        return text.replaceFirst("^(https?://)?[^/@?]*@", "$1");
    }

    /** A file's place on disk. */
    public static Path path(IFile file) throws OutputException {
        @Nullable IPath location = file.getLocation();
        if (location == null) {
            throw new OutputException("the project folder is not on this computer's disks", null);
        }
        return location.toPath();
    }

    /** The file, whose name says so if it is compressed by gzip. */
    public IFile zippedOrNot(IFile file, String folder, String stem, String extension) throws VoException {
        if (extension.equals("gz")) {
            return file;
        }
        try (InputStream in = Files.newInputStream(path(file))) {
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
            Files.move(path(file), path(better), StandardCopyOption.REPLACE_EXISTING);
            return better;
        } catch (IOException e) {
            throw new OutputException("cannot write '" + better.getName() + "': " + WholeFile.reason(e), e);
        }
    }

    private void copy(HttpAnswer answer, Path target, SubMonitor progress) throws VoException {
        long expected = length(answer).orElse(-1);
        try (WholeFile whole = WholeFile.begin(target)) {
            try (var out = Files.newOutputStream(whole.part())) {
                long done = 0;
                byte[] buffer = new byte[BUFFER];
                for (int n = read(answer, buffer, progress); n >= 0; n = read(answer, buffer, progress)) {
                    out.write(buffer, 0, n);
                    done += n;
                    progress.setWorkRemaining(expected > done ? (int) (1000 - 1000 * done / expected) + 1 : 1000)
                            .worked(1);
                    progress.subTask(LinkWords.size(done) + (expected > 0 ? " of " + LinkWords.size(expected) : ""));
                }
            } catch (IOException e) {
                throw whole.fault(e);
            }
            whole.keep();
        }
    }

    private static int read(HttpAnswer answer, byte[] buffer, IProgressMonitor monitor) throws VoException {
        try {
            InputStream in = answer.body();
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            return in.read(buffer);
        } catch (IOException e) {
            throw broken(answer.uri(), e, monitor);
        }
    }

    private static ServiceException broken(URI url, IOException e, IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        return new ServiceException(url, 200, url.getHost() + ": the data broke off: " + e.getMessage(), e);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1);
        return ending.matches("[A-Za-z0-9]{1,5}") ? ending : "dat";
    }
}

package org.volans.handlers.internal.messages;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.io.WholeFile;
import org.volans.api.samp.SampClient;
import org.volans.handlers.internal.TableUrl;

/** Where something is that another program has sent the URL of. */
sealed interface Source {

    /** The URL as it was sent. */
    URI url();

    /** The last part of its path, for people; never empty. */
    String name();

    /** On a server. */
    record Remote(URI url, String name) implements Source {}

    /** A regular file of this machine that can be read. */
    record Local(URI url, String name, Path file) implements Source {}

    /** Where files are that are none: some of them never end. */
    List<String> NO_FILES = List.of("/proc", "/sys", "/dev");

    /**
     * Finds out.
     *
     * @throws InputException when the URL cannot be used, or its sender is not allowed to use it
     */
    static Source of(String text, SampClient sender) throws InputException {
        @Nullable URI url = TableUrl.lenient(text);
        String scheme =
                url == null || url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (url == null || scheme.isEmpty()) {
            throw new InputException("'" + text + "' is no URL");
        }
        if (Set.of("http", "https").contains(scheme)) {
            if (url.getHost() == null) {
                throw new InputException("'" + text + "' is no URL: it names no host");
            }
            return new Remote(url, name(String.valueOf(url.getPath()), url.getHost()));
        }
        if (!scheme.equals("file")) {
            throw new InputException("cannot read '" + text + "': Volans reads http, https and file URLs");
        }
        if (sender.web()) {
            throw new InputException("programs in web pages must not make Volans read files of this machine");
        }
        return local(url, text);
    }

    private static Source local(URI url, String text) throws InputException {
        String host = url.getAuthority() == null ? "" : url.getAuthority();
        if (!host.isEmpty() && !host.equalsIgnoreCase("localhost")) {
            throw new InputException("'" + text + "' is on " + host + ", not on this machine");
        }
        if (url.getPath() == null || !url.getPath().startsWith("/")) {
            throw new InputException("'" + text + "' is no URL of a file: it has no absolute path");
        }
        Path file = path(url, text);
        if (!Files.exists(file)) {
            throw new InputException("there is no '" + file + "'");
        }
        if (Files.isDirectory(file)) {
            throw new InputException("'" + file + "' is a folder");
        }
        if (!Files.isRegularFile(file) || inNoFiles(file)) {
            throw new InputException("'" + file + "' is a device, a pipe or the like, not a file");
        }
        if (!Files.isReadable(file)) {
            throw new InputException("'" + file + "' cannot be read: no permission");
        }
        return new Local(url, name(url.getPath(), "file"), file);
    }

    private static Path path(URI url, String text) throws InputException {
        try {
            return Path.of(new URI("file", null, url.getPath(), null));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new InputException("'" + text + "' is no URL of a file: " + e.getMessage(), e);
        }
    }

    private static boolean inNoFiles(Path file) throws InputException {
        try {
            Path real = file.toRealPath();
            return NO_FILES.stream().anyMatch(real::startsWith);
        } catch (IOException e) {
            throw new InputException("'" + file + "' cannot be read: " + WholeFile.reason(e), e);
        }
    }

    private static String name(String path, String otherwise) {
        String name = path.replaceFirst("/+$", "").replaceFirst("^.*/", "").strip();
        return name.isEmpty() ? otherwise : name;
    }
}

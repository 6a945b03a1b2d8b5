package org.volans.plugins.internal.template;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipFile;
import org.volans.api.InputException;
import org.volans.api.cli.Usage;
import org.volans.api.cli.UsageException;

/** The address of an update site as a POM has it, of what a user types: a URL, a folder or a zip. */
final class SiteAddress {

    /** One of these is in the root of every p2 metadata repository. */
    private static final List<String> MARKS = List.of(
            "content.jar", "content.xml", "content.xml.xz", "compositeContent.jar", "compositeContent.xml", "p2.index");

    private SiteAddress() {}

    /**
     * The address.
     *
     * @param paths resolves a path that the user typed
     * @throws InputException when a folder or zip is no update site; an address in the network is not asked
     */
    static URI of(String typed, Function<String, Path> paths) throws InputException {
        if (typed.matches("(?i)https?:.*")) {
            return url(typed);
        }
        Path path = typed.matches("(?i)file:.*") ? Path.of(url(typed)) : paths.apply(typed);
        path = path.toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
            if (MARKS.stream().map(path::resolve).noneMatch(Files::exists)) {
                throw new InputException("the folder '" + path + "' is no update site: there is no "
                        + String.join(" or ", MARKS.subList(0, 2)) + " in it");
            }
            return path.toUri();
        }
        if (!Files.exists(path)) {
            throw new InputException(
                    "there is no update site '" + path + "': give --site the address, folder or zip of one, such as"
                            + " volans-VERSION-site.zip, which is downloaded beside Volans");
        }
        checkZip(path);
        return URI.create("jar:" + path.toUri() + "!/");
    }

    private static URI url(String typed) throws UsageException {
        try {
            URI uri = new URI(typed);
            boolean file = "file".equalsIgnoreCase(uri.getScheme());
            Usage.require(
                    file ? uri.getPath() != null && uri.getHost() == null : uri.getHost() != null,
                    "'" + typed + "' is no address of an update site");
            return uri;
        } catch (URISyntaxException e) {
            throw new UsageException("'" + typed + "' is no address of an update site: " + e.getReason(), e);
        }
    }

    private static void checkZip(Path path) throws InputException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (MARKS.stream().map(zip::getEntry).allMatch(e -> e == null)) {
                throw new InputException("'" + path + "' is no update site: there is no "
                        + String.join(" or ", MARKS.subList(0, 2)) + " in it");
            }
        } catch (IOException e) {
            throw new InputException("'" + path + "' is no update site: it is neither a folder nor a zip", e);
        }
    }
}

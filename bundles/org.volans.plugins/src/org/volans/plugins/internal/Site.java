package org.volans.plugins.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.IRepositoryManager;
import org.eclipse.equinox.p2.repository.artifact.ArtifactKeyQuery;
import org.eclipse.equinox.p2.repository.artifact.IArtifactDescriptor;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepositoryManager;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.Usage;
import org.volans.api.cli.UsageException;

/**
 * An update site (p2 repository): a folder, a zip of one, or a URL of either.
 *
 * @param typed as the user named it
 * @param location as p2 names it
 */
record Site(String typed, URI location) {

    private static final String RETRIEVE = "org.eclipse.ecf.provider.filetransfer.retrieve.";

    /** How long an answer may take to begin. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** All that the transport says when a server was silent for too long, closed the connection, or redirected in a circle. */
    private static final String NO_ANSWER = "response code=-1";

    private static final List<String> SCHEMES = List.of("https", "http", "file", "jar");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final String KEYS = "pgp.publicKeys";

    /** Whether a word of the command line is a site and no feature: it has a scheme or a separator, or is a file. */
    static boolean is(String word, Path path) {
        return word.contains("/") || word.contains("\\") || word.matches("[a-z]+:.*") || Files.exists(path);
    }

    /** Whether a word, if it is a URL, is a proper one; no file is looked at. */
    static void check(String word) throws UsageException {
        Usage.require(!word.isBlank(), "the name of the update site is empty");
        if (isRemote(word)) {
            url(word);
        } else if (isFileUrl(word)) {
            fromFileUrl(word);
        }
    }

    private static boolean isRemote(String typed) {
        return typed.matches("[a-z]{2,}:.*") && !isFileUrl(typed);
    }

    private static boolean isFileUrl(String typed) {
        return typed.toLowerCase(Locale.ROOT).startsWith("file:");
    }

    /** @param path what {@code typed} means as a file */
    static Site of(String typed, Path path) throws VoException, IOException {
        String lower = typed.toLowerCase(Locale.ROOT);
        boolean zip = lower.endsWith(".zip") || lower.endsWith(".jar");
        check(typed);
        if (isRemote(typed)) {
            URI uri = url(typed);
            setUpTransport(uri);
            return new Site(typed, zip ? inside(uri) : uri);
        }
        Path local = isFileUrl(typed) ? fromFileUrl(typed) : path;
        if (local.toString().matches(Files.isDirectory(local) ? ".*[#?].*" : ".*#.*")) {
            throw new InputException("the update site " + typed
                    + " is in a folder or file with # or ? in its name, which p2 cannot read: give it another name");
        }
        if (!Files.exists(local)) {
            throw new InputException("no update site at " + typed + ": there is no such file or folder");
        }
        if (Files.isDirectory(local)) {
            return new Site(typed, local.toUri());
        }
        try (ZipFile readable = new ZipFile(local.toFile())) {
            return new Site(typed, inside(local.toUri()));
        } catch (ZipException e) {
            throw new InputException(typed + " is no update site: neither a folder nor a readable zip", e);
        }
    }

    private static URI url(String typed) throws UsageException {
        try {
            URI uri = new URI(typed);
            Usage.require(
                    SCHEMES.contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)),
                    "the update site " + typed + " is not one of " + String.join(", ", SCHEMES)
                            + ", nor a file or folder");
            Usage.require(
                    uri.getHost() != null || typed.startsWith("jar:"),
                    "the update site " + typed + " is not a URL with a host");
            return uri;
        } catch (java.net.URISyntaxException e) {
            throw new UsageException("the update site " + typed + " is not a URL: " + e.getReason(), e);
        }
    }

    /**
     * Settings of p2's transport, which are properties of the Java machine. It asks by https where http was typed: right, unless the
     * site is on this machine, as one that is being tried. And it waits a second only for an answer to begin.
     */
    private static void setUpTransport(URI uri) {
        if ("http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()))) {
            System.setProperty("p2.httpRule", "allow");
        }
        System.setProperty(RETRIEVE + "readTimeout", String.valueOf(PATIENCE.toMillis()));
        System.setProperty(RETRIEVE + "retryAttempts", "1");
    }

    private static Path fromFileUrl(String typed) throws UsageException {
        try {
            return Path.of(URI.create(typed.replaceFirst("(?i)^file:/*", "file:///")));
        } catch (IllegalArgumentException e) {
            throw new UsageException("the update site " + typed + " is not a file: URL (a blank is %20 there)", e);
        }
    }

    private static URI inside(URI zip) {
        return URI.create("jar:" + zip + "!/");
    }

    /** Reads the site's two indexes. What they say is then asked with {@link #features}. */
    IQueryable<IInstallableUnit> load(Installation installation, IProgressMonitor monitor) throws VoException {
        SubMonitor parts = SubMonitor.convert(monitor, "reading " + typed, 2);
        PrintStream err = System.err;
        // p2's parsers have no error handler: the JDK's would say "[Fatal Error]" beside what we say
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        String index = "artifacts";
        try {
            installation.service(IArtifactRepositoryManager.class).loadRepository(location, parts.split(1));
            index = "content";
            return installation.service(IMetadataRepositoryManager.class).loadRepository(location, parts.split(1));
        } catch (ProvisionException e) {
            throw new InputException(unreadable(index, e.getStatus()), e);
        } finally {
            System.setErr(err);
        }
    }

    private String unreadable(String index, IStatus status) {
        if (status.getCode() == ProvisionException.REPOSITORY_NOT_FOUND) {
            return typed + " is no update site: neither " + index + ".jar nor " + index + ".xml can be read there";
        }
        String reason = Refusal.innermost(status);
        return typed + " cannot be read as an update site: "
                + (reason.contains(NO_ANSWER)
                        ? "no answer within " + PATIENCE.toSeconds() + " s, or none that could be followed"
                        : reason);
    }

    /** What the site gives to check a bundle, if it is signed with OpenPGP. */
    List<OpenPgp.Given> signatures(Installation installation, Path bundle) throws VoException {
        try {
            IArtifactRepository index = installation
                    .service(IArtifactRepositoryManager.class)
                    .loadRepository(location, new NullProgressMonitor());
            return index.query(ArtifactKeyQuery.ALL_KEYS, new NullProgressMonitor()).stream()
                    .filter(key ->
                            PlannedBundles.isBundle(key) && bundle.equals(PlannedBundles.file(bundle.getParent(), key)))
                    .flatMap(key -> Stream.of(index.getArtifactDescriptors(key)))
                    .flatMap(Site::given)
                    .toList();
        } catch (ProvisionException e) {
            throw new InputException(unreadable("artifacts", e.getStatus()), e);
        }
    }

    /** The signatures are with the artifact; the keys there, or with the repository that it is in, or both. */
    private static Stream<OpenPgp.Given> given(IArtifactDescriptor artifact) {
        return Stream.ofNullable(artifact.getProperty("pgp.signatures"))
                .map(signatures -> new OpenPgp.Given(
                        signatures,
                        Stream.of(
                                        artifact.getProperty(KEYS),
                                        artifact.getRepository().getProperty(KEYS))
                                .filter(Objects::nonNull)
                                .toList()));
    }

    /** Whether a location is this one; p2's dialogs write the same folder with one slash or three, and with or without one at its end. */
    boolean isAt(String other) {
        return plain(location.toString()).equals(plain(other));
    }

    private static String plain(String location) {
        return location.replaceFirst("^(jar:)?file:/+", "$1file:/").replaceFirst("/+$", "");
    }

    /** The site is not remembered: otherwise every later search of the workbench would ask it. */
    void forget(Installation installation) {
        for (Class<? extends IRepositoryManager<?>> manager :
                List.of(IArtifactRepositoryManager.class, IMetadataRepositoryManager.class)) {
            installation.service(manager).removeRepository(location);
        }
    }

    /** The features that the site offers, the newest of each: those of its categories if it has any. */
    static List<IInstallableUnit> features(IQueryable<IInstallableUnit> site) {
        Set<IInstallableUnit> groups = site.query(QueryUtil.createIUGroupQuery(), new NullProgressMonitor())
                .toSet();
        List<IInstallableUnit> all = groups.stream().filter(Features::isFeature).toList();
        Set<IInstallableUnit> shown =
                site.query(QueryUtil.createIUCategoryQuery(), new NullProgressMonitor()).toSet().stream()
                        .flatMap(category -> site
                                .query(QueryUtil.createIUCategoryMemberQuery(category), new NullProgressMonitor())
                                .toSet()
                                .stream())
                        .collect(Collectors.toSet());
        List<IInstallableUnit> listed = all.stream().filter(shown::contains).toList();
        return Features.newest(listed.isEmpty() ? all : listed);
    }
}

package org.volans.tap.internal;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.volans.api.InputException;
import org.volans.api.io.WholeFile;
import org.volans.api.tap.JobLedger;

/**
 * One properties file per job. Files of their own, written whole and moved into place, need no lock between several
 * running programs, and a broken one costs one job and not all.
 */
@Component(service = JobLedger.class)
public final class FileJobLedger implements JobLedger {

    private static final String SUFFIX = ".properties";

    private final Path folder;

    /** In {@code $XDG_STATE_HOME/volans/jobs}; the property {@code volans.state} stands in for the first two parts. */
    @Activate
    public FileJobLedger() {
        this(standard());
    }

    /** @param folder made when the first job is added */
    FileJobLedger(Path folder) {
        this.folder = folder;
    }

    private static Path standard() {
        String own = System.getProperty("volans.state", "");
        if (!own.isBlank()) {
            return Path.of(own, "jobs");
        }
        String xdg = System.getenv().getOrDefault("XDG_STATE_HOME", "");
        // XDG Base Directory Specification 0.8: relative paths are invalid and must be ignored.
        Path base =
                Path.of(xdg).isAbsolute() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".local", "state");
        return base.resolve("volans").resolve("jobs");
    }

    @Override
    public List<Entry> entries() throws InputException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(SUFFIX))
                    .flatMap(f -> read(f).stream())
                    .sorted(Comparator.comparing(Entry::created).reversed())
                    .toList();
        } catch (IOException e) {
            throw fault("cannot read the list of jobs", e);
        }
    }

    /** A file that another program has just removed, or that somebody has spoilt, is no reason to hide the others. */
    private static Optional<Entry> read(Path file) {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(in);
            URI job = URI.create(values.getProperty("job", ""));
            return job.getHost() == null
                    ? Optional.empty()
                    : Optional.of(new Entry(
                            job,
                            URI.create(values.getProperty("service", "")),
                            values.getProperty("adql", ""),
                            values.getProperty("created", "")));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void add(Entry entry) throws InputException {
        Properties values = new Properties();
        values.setProperty("job", entry.job().toString());
        values.setProperty("service", entry.service().toString());
        values.setProperty("adql", entry.adql());
        values.setProperty("created", entry.created());
        try {
            Files.createDirectories(folder);
            // For the user alone: a job's URL may be all that guards its results.
            WholeFile.writePrivate(
                    file(entry.job()), out -> values.store(new OutputStreamWriter(out, StandardCharsets.UTF_8), null));
        } catch (IOException | InputException e) {
            throw fault("cannot remember the job " + Endpoints.shown(entry.job()), e);
        }
    }

    @Override
    public void remove(URI job) throws InputException {
        try {
            Files.deleteIfExists(file(job));
        } catch (IOException e) {
            throw fault("cannot forget the job " + Endpoints.shown(job), e);
        }
    }

    /** Named by the job's URL, so that a job added twice is one. */
    private Path file(URI job) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(job.toString().getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, 12) + SUFFIX);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private InputException fault(String what, Exception e) {
        String reason = e instanceof IOException io ? WholeFile.reason(io) : e.getMessage();
        return new InputException(what + " in " + folder + ": " + reason, e);
    }
}

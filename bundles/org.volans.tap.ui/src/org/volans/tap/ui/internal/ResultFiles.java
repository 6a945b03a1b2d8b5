package org.volans.tap.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.io.WholeFile;
import org.volans.api.tap.TapStored;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;

/** Puts what services answer into the project's {@code results}, with sidecars. Safe for concurrent use; blocks. */
public final class ResultFiles {

    /** Key of {@link Provenance#more}: the URL of the job whose result a file is. */
    public static final String JOB = "job";

    /** Gets an answer into a file. */
    @FunctionalInterface
    public interface Fetch {

        /** @param target in a folder that exists */
        TapStored into(Path target) throws VoException;
    }

    /**
     * Where a result comes from.
     *
     * @param source URL of the service
     * @param query  ADQL
     * @param more   anything else worth knowing
     */
    public record Origin(String source, String query, Map<String, String> more) {}

    private final ProjectFolder folder;

    /** @param folder where the results go */
    public ResultFiles(ProjectFolder folder) {
        this.folder = folder;
    }

    /**
     * Fetches a result and gives it a name when it is whole: a query that fails uses none up.
     *
     * @param stem of the file's name
     * @return the file, which the workbench knows
     */
    public IFile keep(String stem, Origin origin, Fetch fetch) throws VoException {
        Instant start = Instant.now();
        Path arriving = results().resolve(WholeFile.unfinished("vot"));
        try {
            TapStored stored = fetch.into(arriving);
            IFile file = folder.newFile(ProjectFolder.RESULTS, stem, "vot");
            Files.move(arriving, location(file), StandardCopyOption.ATOMIC_MOVE);
            folder.arrived(
                    file,
                    new Provenance(
                            origin.source(),
                            origin.query(),
                            start.truncatedTo(ChronoUnit.SECONDS).toString(),
                            Duration.between(start, Instant.now()).toMillis() / 1000.0,
                            stored.rows(),
                            stored.overflow(),
                            origin.more()));
            return file;
        } catch (IOException e) {
            throw new OutputException("the result cannot be put into the project: " + WholeFile.reason(e), e);
        } finally {
            discard(arriving);
        }
    }

    private Path results() throws OutputException {
        folder.ensure();
        Path results = location(folder.project()).resolve(ProjectFolder.RESULTS);
        try {
            return Files.createDirectories(results);
        } catch (IOException e) {
            throw new OutputException("the folder '" + results + "' cannot be made: " + WholeFile.reason(e), e);
        }
    }

    private static void discard(Path arriving) throws OutputException {
        try {
            Files.deleteIfExists(arriving);
        } catch (IOException e) {
            throw new OutputException("'" + arriving + "' cannot be removed: " + WholeFile.reason(e), e);
        }
    }

    private static Path location(IFile file) throws OutputException {
        return path(file.getLocation(), file.getName());
    }

    private static Path location(IProject project) throws OutputException {
        return path(project.getLocation(), project.getName());
    }

    private static Path path(@Nullable IPath location, String name) throws OutputException {
        if (location == null) {
            throw new OutputException("'" + name + "' is not on this computer's disk", null);
        }
        return location.toFile().toPath();
    }
}

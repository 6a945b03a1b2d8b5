package org.volans.ui.project;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.OutputException;

/**
 * The workspace project that holds what the user makes: {@code queries/*.adql}, {@code results/*} with sidecars,
 * {@code images/*}. An OSGi service, safe for concurrent use; methods that do I/O say so and are not for the UI thread.
 */
public interface ProjectFolder {

    /** Folder of queries. */
    String QUERIES = "queries";

    /** Folder of tables that services sent. */
    String RESULTS = "results";

    /** Folder of FITS files. */
    String IMAGES = "images";

    /** The project; it exists once the workbench is up. No I/O. */
    IProject project();

    /** Makes and opens the project when it is missing. I/O. */
    void ensure() throws OutputException;

    /**
     * A file that does not exist yet: {@code folder/stem.extension}, or with {@code -2}, {@code -3}… behind the stem. Its
     * name is taken: the next call gives another. Makes the folder. I/O.
     *
     * @param folder    path in the project, or empty for the project itself
     * @param stem      any text; what a file name cannot hold is replaced
     * @param extension without dot
     */
    IFile newFile(String folder, String stem, String extension) throws OutputException;

    /**
     * Where a file is on disk. No I/O.
     *
     * @throws OutputException when the workspace keeps it elsewhere
     */
    static Path path(IFile file) throws OutputException {
        @Nullable IPath location = file.getLocation();
        if (location == null) {
            throw new OutputException("'" + file.getName() + "' is not on this computer's disks", null);
        }
        return location.toPath();
    }

    /** The file of the workspace that is at a place on disk, whether or not the workspace knows already that it is there. No I/O. */
    static Optional<IFile> file(Path path) {
        return Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri()))
                .findFirst();
    }

    /** Writes the sidecar of a file, then tells the workbench of both: call it when the file is written. I/O. */
    void arrived(IFile file, Provenance provenance) throws OutputException;

    /** What the sidecar of a file says; empty when it has none. I/O. */
    Optional<Provenance> provenance(IFile file) throws InputException;
}

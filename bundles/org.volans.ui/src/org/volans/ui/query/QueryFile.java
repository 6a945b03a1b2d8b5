package org.volans.ui.query;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.QualifiedName;
import org.volans.api.OutputException;
import org.volans.ui.project.ProjectFolder;

/** Query files and what is remembered of them beside their text, as persistent properties of the workspace. */
public final class QueryFile {

    /** URL of the service that the query is for. */
    public static final QualifiedName SERVICE = new QualifiedName("org.volans", "service");

    /** {@code true} when it is run as a job. */
    public static final QualifiedName JOB = new QualifiedName("org.volans", "job");

    /** Most rows wanted, a whole number. */
    public static final QualifiedName MAXREC = new QualifiedName("org.volans", "maxrec");

    /** Its uploads, one a line: the name in {@code TAP_UPLOAD}, a tab, the full path of a file of the workspace. */
    public static final QualifiedName UPLOADS = new QualifiedName("org.volans", "uploads");

    private QueryFile() {}

    /**
     * Makes {@code queries/stem.adql}, or one with a number behind it, with all that is needed to run it. I/O.
     *
     * @param text    ADQL with its comments
     * @param uploads files of the project by the names that they have as uploads
     */
    public static IFile create(
            ProjectFolder folder,
            String stem,
            String text,
            URI service,
            Map<String, IFile> uploads,
            IProgressMonitor monitor)
            throws OutputException {
        IFile file = folder.newFile(ProjectFolder.QUERIES, stem, "adql");
        try {
            byte[] bytes = (text.strip() + "\n").getBytes(StandardCharsets.UTF_8);
            file.create(new ByteArrayInputStream(bytes), IResource.FORCE, monitor);
        } catch (CoreException e) {
            throw new OutputException(file.getName() + " cannot be written: " + e.getMessage(), e);
        }
        remember(file, service, uploads);
        return file;
    }

    /** Remembers what a query file needs to be run. I/O. */
    public static void remember(IFile file, URI service, Map<String, IFile> uploads) throws OutputException {
        String lines = uploads.entrySet().stream()
                .map(u -> u.getKey() + "\t" + u.getValue().getFullPath().toPortableString())
                .collect(Collectors.joining("\n"));
        try {
            file.setPersistentProperty(SERVICE, service.toString());
            file.setPersistentProperty(UPLOADS, lines.isEmpty() ? null : lines);
        } catch (CoreException e) {
            throw new OutputException("the settings of " + file.getName() + " cannot be kept: " + e.getMessage(), e);
        }
    }
}

package org.volans.discovery.ui.internal;

import java.net.URI;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.volans.api.OutputException;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.query.QueryFile;

/** Queries that were written for the user, as files of the project that say what they are for. */
public final class QueryFiles {

    private QueryFiles() {}

    /**
     * Writes a query with all that is needed to run it once more; does I/O.
     *
     * @param stem    of the file's name
     * @param about   what the query is for, lines of a comment
     * @param service whom it is for
     * @param uploads files of the project by the names that they have as uploads
     */
    public static IFile write(
            ProjectFolder folder, String stem, String about, URI service, String adql, Map<String, IFile> uploads)
            throws OutputException {
        StringBuilder text = new StringBuilder();
        about.lines().forEach(line -> text.append("-- ").append(line).append('\n'));
        text.append(adql);
        return QueryFile.create(folder, stem, text.toString(), service, uploads, new NullProgressMonitor());
    }
}

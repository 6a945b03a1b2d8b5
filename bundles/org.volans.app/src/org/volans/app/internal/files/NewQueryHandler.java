package org.volans.app.internal.files;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PlatformUI;
import org.volans.ui.project.ProjectFolder;

/** Command: makes a query file and opens it. */
public final class NewQueryHandler extends AbstractHandler {

    /** Every TAP service has this table. */
    private static final String TEXT = """
            -- Ctrl+Space completes names, Ctrl+Enter runs the query.
            SELECT TOP 100 *
            FROM tap_schema.tables
            """;

    @Override
    @NonNullByDefault({})
    public @Nullable Object execute(ExecutionEvent event) {
        ProjectFolder folder = PlatformUI.getWorkbench().getService(ProjectFolder.class);
        ProjectFiles.inJob(
                "New ADQL query",
                m -> ProjectFiles.write(folder, ProjectFolder.QUERIES, "query", "adql", TEXT),
                ProjectFiles::openNew);
        return null;
    }
}

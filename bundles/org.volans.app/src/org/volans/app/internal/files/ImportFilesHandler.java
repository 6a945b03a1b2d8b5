package org.volans.app.internal.files;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PlatformUI;
import org.volans.ui.project.ProjectFolder;

/** Command: copies files into the project. */
public final class ImportFilesHandler extends AbstractHandler {

    @Override
    @NonNullByDefault({})
    public @Nullable Object execute(ExecutionEvent event) {
        ProjectFolder folder = PlatformUI.getWorkbench().getService(ProjectFolder.class);
        for (Path file : FileChooser.files(event, "Import into Project")) {
            ProjectFiles.inJob(
                    "Import " + file.getFileName(), m -> ProjectFiles.copy(folder, file, m), ProjectFiles::openNew);
        }
        return null;
    }
}

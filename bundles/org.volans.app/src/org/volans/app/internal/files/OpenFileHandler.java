package org.volans.app.internal.files;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PlatformUI;
import org.volans.ui.project.ProjectFolder;

/** Command: opens files where they are. */
public final class OpenFileHandler extends AbstractHandler {

    @Override
    @NonNullByDefault({})
    public @Nullable Object execute(ExecutionEvent event) {
        ProjectFolder folder = PlatformUI.getWorkbench().getService(ProjectFolder.class);
        for (Path file : FileChooser.files(event, "Open File")) {
            ProjectFiles.inJob(
                    "Open " + file.getFileName(), m -> ProjectFiles.link(folder, file), ProjectFiles::openNew);
        }
        return null;
    }
}

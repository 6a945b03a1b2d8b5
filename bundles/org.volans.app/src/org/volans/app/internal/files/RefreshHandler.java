package org.volans.app.internal.files;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PlatformUI;
import org.volans.ui.project.ProjectFolder;

/** Command: looks what other programs have changed in the project; parts that refresh something else come first. */
public final class RefreshHandler extends AbstractHandler {

    @Override
    @NonNullByDefault({})
    public @Nullable Object execute(ExecutionEvent event) {
        ProjectFolder folder = PlatformUI.getWorkbench().getService(ProjectFolder.class);
        ProjectFiles.inJob("Refresh the project", m -> ProjectFiles.refreshed(folder.project()), project -> {
            // the workbench is told of what has changed by itself
        });
        return null;
    }
}

package org.volans.app.internal.files;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.volans.ui.project.ProjectFolder;

/** Command: opens a file of the project, or the newest one of a folder; help and cheat sheets use it. */
public final class OpenProjectFileHandler extends AbstractHandler {

    @Override
    @NonNullByDefault({})
    public @Nullable Object execute(ExecutionEvent event) {
        String path = event.getParameter("path");
        Shell shell = HandlerUtil.getActiveShell(event);
        ProjectFolder folder = PlatformUI.getWorkbench().getService(ProjectFolder.class);
        ProjectFiles.inJob("Open " + path, m -> ProjectFiles.find(folder, path), found -> open(found, path, shell));
        return null;
    }

    private static void open(Optional<IFile> found, String path, Shell shell) {
        found.ifPresentOrElse(
                ProjectFiles::open,
                () -> MessageDialog.openInformation(
                        shell,
                        "Open Project File",
                        "The project has nothing at " + path + " yet. An earlier step makes it."));
    }
}

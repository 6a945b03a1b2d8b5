package org.volans.app.internal.files;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.volans.api.OutputException;
import org.volans.ui.project.ProjectFolder;

/** Command: makes a folder in the project. */
public final class NewFolderHandler extends AbstractHandler {

    @Override
    @NonNullByDefault({})
    public @Nullable Object execute(ExecutionEvent event) {
        ProjectFolder folder = PlatformUI.getWorkbench().getService(ProjectFolder.class);
        InputDialog dialog = new InputDialog(
                HandlerUtil.getActiveShell(event),
                "New Folder",
                "Name of the folder in the project:",
                "",
                name -> fault(folder, name.strip()));
        if (dialog.open() == Window.OK) {
            IFolder made = folder.project().getFolder(dialog.getValue().strip());
            ProjectFiles.inJob("New folder", m -> make(folder, made), ProjectFiles::reveal);
        }
        return null;
    }

    private static @Nullable String fault(ProjectFolder folder, String name) {
        if (name.isEmpty()) {
            return "";
        }
        IStatus valid = ResourcesPlugin.getWorkspace().validateName(name, IResource.FOLDER);
        if (!valid.isOK()) {
            return valid.getMessage();
        }
        return folder.project().findMember(name) == null ? null : name + " exists already.";
    }

    private static IFolder make(ProjectFolder folder, IFolder made) throws OutputException {
        folder.ensure();
        try {
            made.create(true, true, null);
            return made;
        } catch (CoreException e) {
            throw new OutputException("the folder " + made.getName() + " cannot be made: " + e.getMessage(), e);
        }
    }
}

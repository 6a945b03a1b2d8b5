package org.volans.app.internal.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.work.Task;

/** What the File menu does with the files of the project. */
public final class ProjectFiles {

    private ProjectFiles() {}

    /** The window to show things in. UI thread. */
    static IWorkbenchWindow window() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        @Nullable IWorkbenchWindow active = workbench.getActiveWorkbenchWindow();
        // none is active while another program is
        return active == null ? workbench.getWorkbenchWindows()[0] : active;
    }

    /** Selects a new file or folder in the Project Explorer. UI thread. */
    public static void reveal(IResource made) {
        BasicNewResourceWizard.selectAndReveal(made, window());
    }

    /** Opens a new file in its editor, and shows where it is. UI thread. */
    static void openNew(IFile file) {
        reveal(file);
        open(file);
    }

    /** Opens a file in its editor. UI thread. */
    public static void open(IFile file) {
        IWorkbenchWindow window = window();
        try {
            IDE.openEditor(window.getActivePage(), file);
        } catch (PartInitException e) {
            MessageDialog.openError(
                    window.getShell(), "Open File", file.getName() + " cannot be opened: " + e.getMessage());
        }
    }

    /** A file's path without the project's name. */
    public static String nameInProject(IFile file) {
        return file.getProjectRelativePath().toString();
    }

    /** Does work in a job, then something with its result on the UI thread; a failure is shown by the workbench. */
    static <T> void inJob(String name, Task<T> task, Consumer<? super T> then) {
        Job job = Job.create(name, (@Nullable IProgressMonitor monitor) -> {
            try {
                T result = task.run(IProgressMonitor.nullSafe(monitor));
                PlatformUI.getWorkbench().getDisplay().asyncExec(() -> then.accept(result));
                return Status.OK_STATUS;
            } catch (OperationCanceledException e) {
                return Status.CANCEL_STATUS;
            } catch (VoException e) {
                return new Status(IStatus.ERROR, "org.volans.app", e.getMessage());
            }
        });
        job.setUser(true);
        job.schedule();
    }

    /** Makes a text file. I/O. */
    static IFile write(ProjectFolder folder, String inFolder, String stem, String extension, String text)
            throws OutputException {
        IFile file = folder.newFile(inFolder, stem, extension);
        create(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return file;
    }

    /** Copies a file from anywhere into the project. I/O; cancelling leaves no file. */
    static IFile copy(ProjectFolder folder, Path from, IProgressMonitor monitor) throws OutputException {
        IFile file = folder.newFile("", stem(from), extension(from));
        try (InputStream in = Files.newInputStream(from)) {
            file.create(in, IResource.FORCE, monitor);
            return file;
        } catch (CoreException e) {
            throw new OutputException(from.getFileName() + " cannot be copied: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new OutputException(from + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A file of the project that stands for one anywhere: itself if it is in the project, else a link to it. I/O. */
    static IFile link(ProjectFolder folder, Path to) throws OutputException {
        folder.ensure();
        for (IFile known : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(to.toUri())) {
            if (known.exists() || !known.isLinked(IResource.CHECK_ANCESTORS)) {
                return refreshed(known);
            }
        }
        IFile file = folder.newFile("", stem(to), extension(to));
        try {
            file.createLink(IPath.fromPath(to), IResource.NONE, null);
            return file;
        } catch (CoreException e) {
            throw new OutputException(to + " cannot be linked into the project: " + e.getMessage(), e);
        }
    }

    /** The file of that path, or the newest file if it is a folder. I/O. */
    static Optional<IFile> find(ProjectFolder folder, String path) throws OutputException {
        @Nullable IResource member = refreshed(folder.project()).findMember(path);
        if (!(member instanceof IContainer container)) {
            return Optional.ofNullable((IFile) member);
        }
        try {
            return Arrays.stream(container.members())
                    .filter(IFile.class::isInstance)
                    .map(IFile.class::cast)
                    .filter(f -> !"json".equals(f.getFileExtension()))
                    .max(Comparator.comparingLong(IFile::getLocalTimeStamp));
        } catch (CoreException e) {
            throw new OutputException(path + " cannot be listed: " + e.getMessage(), e);
        }
    }

    /** A resource that knows what other programs have done below it. I/O. */
    static <R extends IResource> R refreshed(R resource) throws OutputException {
        try {
            resource.refreshLocal(IResource.DEPTH_INFINITE, null);
            return resource;
        } catch (CoreException e) {
            throw new OutputException(resource.getName() + " cannot be looked at: " + e.getMessage(), e);
        }
    }

    private static void create(IFile file, InputStream content) throws OutputException {
        try {
            file.create(content, IResource.FORCE, null);
        } catch (CoreException e) {
            throw new OutputException(file.getName() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static String stem(Path file) {
        IPath path = IPath.fromPath(file);
        return path.removeFileExtension().lastSegment();
    }

    private static String extension(Path file) {
        @Nullable String extension = IPath.fromPath(file).getFileExtension();
        return extension == null ? "dat" : extension;
    }
}

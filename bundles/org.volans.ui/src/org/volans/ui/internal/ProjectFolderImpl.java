package org.volans.ui.internal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Path;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;

/** A project of the workspace. */
@Component
public final class ProjectFolderImpl implements ProjectFolder {

    /** The project's name, which is also its folder's below the workspace. */
    static final String NAME = "Observatory";

    private static final String SIDECAR = ".volans.json";
    private static final int LONGEST_STEM = 60;

    private final Gson gson =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private final Set<String> taken = new HashSet<>();

    /** Begins to sweep what a session that crashed has left half-written. */
    @Activate
    public ProjectFolderImpl() {
        Thread.ofVirtual().name("Volans leftovers").start(this::sweep);
    }

    private void sweep() {
        @Nullable IPath location = ResourcesPlugin.getWorkspace().getRoot().getLocation();
        Instant start = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
        try {
            if (location != null
                    && !Leftovers.sweep(location.append(NAME).toFile().toPath(), start)
                            .isEmpty()
                    && project().isAccessible()) {
                project().refreshLocal(IResource.DEPTH_INFINITE, new NullProgressMonitor());
            }
        } catch (IOException | UncheckedIOException | CoreException e) {
            ILog.of(ProjectFolderImpl.class).warn("half-written files of " + NAME + " stay: " + e.getMessage());
        }
    }

    @Override
    public IProject project() {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(NAME);
    }

    @Override
    public void ensure() throws OutputException {
        IProject project = project();
        try {
            if (!project.exists()) {
                project.create(new NullProgressMonitor());
            }
            if (!project.isOpen()) {
                project.open(new NullProgressMonitor());
            }
        } catch (CoreException e) {
            throw new OutputException("the project folder " + NAME + " cannot be made: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized IFile newFile(String folder, String stem, String extension) throws OutputException {
        ensure();
        IContainer container = project();
        if (!folder.isEmpty()) {
            container = makeFolder(project().getFolder(new Path(folder)));
        }
        // what others send is often called after its file
        String end = "." + extension;
        int bare = stem.length() - end.length();
        boolean twice = bare > 0 && stem.regionMatches(true, bare, end, 0, end.length());
        String clean = clean(twice ? stem.substring(0, bare) : stem);
        for (int count = 1; ; count++) {
            String name = clean + (count == 1 ? "" : "-" + count) + end;
            IFile file = container.getFile(new Path(name));
            @Nullable IPath location = file.getLocation();
            boolean free =
                    !file.exists() && (location == null || !location.toFile().exists());
            if (free && taken.add(file.getFullPath().toString())) {
                return file;
            }
        }
    }

    @Override
    public void arrived(IFile file, Provenance provenance) throws OutputException {
        byte[] text = (gson.toJson(provenance) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            file.refreshLocal(IResource.DEPTH_ZERO, new NullProgressMonitor());
            IFile sidecar = sidecar(file);
            sidecar.refreshLocal(IResource.DEPTH_ZERO, new NullProgressMonitor());
            ByteArrayInputStream in = new ByteArrayInputStream(text);
            if (sidecar.exists()) {
                sidecar.setContents(in, IResource.FORCE, new NullProgressMonitor());
            } else {
                sidecar.create(in, IResource.FORCE | IResource.DERIVED, new NullProgressMonitor());
            }
        } catch (CoreException e) {
            throw new OutputException(file.getName() + SIDECAR + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<Provenance> provenance(IFile file) throws InputException {
        IFile sidecar = sidecar(file);
        if (!sidecar.exists()) {
            return Optional.empty();
        }
        try (var in = sidecar.getContents(true)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.ofNullable(gson.fromJson(text, Provenance.class));
        } catch (CoreException | IOException | JsonParseException e) {
            throw new InputException(sidecar.getName() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static IFile sidecar(IFile file) {
        return file.getParent().getFile(new Path(file.getName() + SIDECAR));
    }

    private static IFolder makeFolder(IFolder folder) throws OutputException {
        try {
            folder.refreshLocal(IResource.DEPTH_ZERO, new NullProgressMonitor());
            if (!folder.exists()) {
                if (folder.getParent() instanceof IFolder parent) {
                    makeFolder(parent);
                }
                folder.create(true, true, new NullProgressMonitor());
            }
            return folder;
        } catch (CoreException e) {
            throw new OutputException("the folder " + folder.getFullPath() + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static String clean(String stem) {
        String clean = stem.strip().replaceAll("[^\\p{L}\\p{N}._+-]+", "_").replaceAll("^[._]+|[._]+$", "");
        if (clean.length() > LONGEST_STEM) {
            clean = clean.substring(0, LONGEST_STEM);
        }
        return clean.isEmpty() ? "untitled" : clean;
    }
}

package org.volans.ui.internal;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Tells where files of the workspace were and are when they are renamed or moved. Called on any thread. */
@NonNullByDefault({})
final class MovedFiles implements IResourceChangeListener {

    private final BiConsumer<Path, Path> moved;

    /** @param moved told the old place and the new one */
    MovedFiles(BiConsumer<Path, Path> moved) {
        this.moved = moved;
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        IResourceDelta root = event.getDelta();
        if (root == null) {
            return;
        }
        try {
            root.accept(this::visit);
        } catch (CoreException e) {
            ILog.of(MovedFiles.class).error("Renamed files are not known by their new names", e);
        }
    }

    private boolean visit(IResourceDelta delta) {
        @Nullable IPath from = delta.getMovedFromPath();
        if (from != null && delta.getResource() instanceof IFile file) {
            IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
            @Nullable IPath before = root.getFile(from).getLocation();
            @Nullable IPath now = file.getLocation();
            if (before != null && now != null) {
                moved.accept(before.toPath(), now.toPath());
            }
        }
        return true;
    }
}

package org.volans.table.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** Tells when a file of the workspace changes or goes. */
final class FileWatch implements AutoCloseable {

    private final Optional<IFile> file;
    private final Control owner;
    private final Display display;
    private final Consumer<Boolean> changed;
    private final IResourceChangeListener listener = this::look;

    /** @param changed told on the UI thread whether the file is still there */
    FileWatch(Optional<IFile> file, Control owner, Consumer<Boolean> changed) {
        this.file = file;
        this.owner = owner;
        this.display = owner.getDisplay();
        this.changed = changed;
        ResourcesPlugin.getWorkspace().addResourceChangeListener(listener, IResourceChangeEvent.POST_CHANGE);
    }

    /** Looks whether another program has changed the file, of which the workspace is not told. */
    void lookOnDisk() {
        file.ifPresent(f -> Job.createSystem(
                        "Looking at " + f.getName(), (ICoreRunnable) m -> f.refreshLocal(IResource.DEPTH_ZERO, m))
                .schedule());
    }

    private void look(IResourceChangeEvent event) {
        @Nullable IResourceDelta all = event.getDelta();
        if (file.isEmpty() || all == null) {
            return;
        }
        @Nullable IResourceDelta delta = all.findMember(file.get().getFullPath());
        if (delta == null) {
            return;
        }
        boolean gone = delta.getKind() == IResourceDelta.REMOVED;
        boolean content = delta.getKind() == IResourceDelta.ADDED || (delta.getFlags() & IResourceDelta.CONTENT) != 0;
        if (gone || content) {
            display.asyncExec(() -> {
                if (!owner.isDisposed()) {
                    changed.accept(!gone);
                }
            });
        }
    }

    @Override
    public void close() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(listener);
    }
}

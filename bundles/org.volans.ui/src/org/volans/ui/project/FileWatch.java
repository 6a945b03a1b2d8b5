package org.volans.ui.project;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** Tells, on the UI thread, what becomes of a file of the workspace that an editor shows. */
public final class FileWatch implements IResourceChangeListener {

    private final Control owner;
    private final Display display;
    private final Supplier<IFile> file;
    private final Runnable changed;
    private final Runnable deleted;
    private final Consumer<IFile> moved;

    /**
     * Watches as long as the owner lives.
     *
     * @param file    the file as it is called now
     * @param changed its content is another, or it is back
     * @param deleted it is gone
     * @param moved   it has another name or place
     */
    public FileWatch(Control owner, Supplier<IFile> file, Runnable changed, Runnable deleted, Consumer<IFile> moved) {
        this.owner = owner;
        this.display = owner.getDisplay();
        this.file = file;
        this.changed = changed;
        this.deleted = deleted;
        this.moved = moved;
        ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
        owner.addDisposeListener(e -> ResourcesPlugin.getWorkspace().removeResourceChangeListener(this));
    }

    /** Looks whether another program has changed the file, of which the workspace is not told. */
    public void lookOnDisk() {
        IFile now = file.get();
        Job.createSystem("Looking at " + now.getName(), (ICoreRunnable) m -> now.refreshLocal(IResource.DEPTH_ZERO, m))
                .schedule();
    }

    @Override
    @NonNullByDefault({})
    public void resourceChanged(IResourceChangeEvent event) {
        @Nullable IResourceDelta root = event.getDelta();
        @Nullable
        IResourceDelta delta = root == null ? null : root.findMember(file.get().getFullPath());
        if (delta == null) {
            return;
        }
        if (delta.getKind() == IResourceDelta.REMOVED) {
            @Nullable IPath target = delta.getMovedToPath();
            tell(
                    target == null
                            ? deleted
                            : () -> moved.accept(
                                    ResourcesPlugin.getWorkspace().getRoot().getFile(target)));
        } else if ((delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0
                || delta.getKind() == IResourceDelta.ADDED) {
            tell(changed);
        }
    }

    private void tell(Runnable what) {
        // from any thread, at which the owner may be gone already
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!owner.isDisposed()) {
                    what.run();
                }
            });
        }
    }
}

package org.volans.handlers.ui.internal.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.handler.HandlerRule;
import org.volans.api.handler.HandlerService;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.work.Listeners;

/**
 * The user's rules: {@code handlers.json} in the project. It is made at the first change, and read again whenever it is
 * changed by other hands; as long as it is broken the last good rules stay in force. Safe for concurrent use.
 */
@Component(service = ProjectRules.class)
public final class ProjectRules implements IResourceChangeListener {

    /** Its name in the project. */
    public static final String FILE = "handlers.json";

    private final HandlerService handlers;
    private final ProjectFolder project;
    private final Listeners listeners = new Listeners();
    private volatile List<HandlerRule> rules = List.of();
    private volatile Optional<String> fault = Optional.empty();

    /** Begins to watch the file. */
    @Activate
    public ProjectRules(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) HandlerService handlers,
            @Reference ProjectFolder project) {
        this.handlers = handlers;
        this.project = project;
        ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
    }

    /** Watches no more. */
    @Deactivate
    public void close() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
    }

    /** The file, which may not be there. */
    public IFile file() {
        return project.project().getFile(FILE);
    }

    /** The user's rules that are in force, in order. */
    public List<HandlerRule> rules() {
        return rules;
    }

    /** What is wrong with the file; empty when nothing is. */
    public Optional<String> fault() {
        return fault;
    }

    /** Reads the file, if it is there, and puts its rules in force. I/O. */
    public synchronized void load() {
        try {
            Path path = ProjectFolder.path(file());
            List<HandlerRule> read = Files.exists(path) ? handlers.read(path) : List.of();
            if (!read.equals(rules)) {
                rules = read;
                handlers.use(read);
            }
            fault = Optional.empty();
        } catch (VoException e) {
            fault = Optional.of(String.valueOf(e.getMessage()));
        }
        listeners.tell();
    }

    /** Puts rules in force and writes them. I/O. */
    public synchronized void change(List<HandlerRule> changed) throws VoException {
        project.ensure();
        handlers.write(changed, ProjectFolder.path(file()));
        rules = List.copyOf(changed);
        fault = Optional.empty();
        handlers.use(rules);
        try {
            file().refreshLocal(IResource.DEPTH_ZERO, null);
        } catch (CoreException e) {
            throw new OutputException(FILE + " is written, but the workspace does not see it: " + e.getMessage(), e);
        }
        listeners.tell();
    }

    /** Looks whether another program has changed the file, of which the workspace is not told. */
    public void lookOnDisk() {
        Job.createSystem("Looking at " + FILE, (ICoreRunnable) m -> file().refreshLocal(IResource.DEPTH_ZERO, m))
                .schedule();
    }

    @Override
    @NonNullByDefault({})
    public void resourceChanged(IResourceChangeEvent event) {
        @Nullable IResourceDelta root = event.getDelta();
        @Nullable IResourceDelta delta = root == null ? null : root.findMember(file().getFullPath());
        if (delta != null
                && (delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & IResourceDelta.CONTENT) != 0)) {
            Job.createSystem("Reading " + FILE, (ICoreRunnable) m -> load()).schedule();
        }
    }

    /** The listener is called after each change, from any thread. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Ends what {@link #addListener} began. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}

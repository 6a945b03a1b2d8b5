package org.volans.app.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.volans.api.VoException;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;
import org.volans.api.sky.EmbeddedSky;
import org.volans.api.sky.RunningSky;
import org.volans.api.table.TableService;
import org.volans.app.internal.files.ProjectFiles;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;

/** Keeps one sky. */
@Component
public final class SkySessionImpl implements SkySession {

    private static final String NAME = "the embedded sky";

    /** What the sky's own records begin with; its registry also describes some of elsewhere, as a real one does. */
    private static final String OWN = "ivo://sky.volans/";

    private final EmbeddedSky sky;
    private final RegistryService registry;
    private final RegistryChoice choice;
    private final ServiceList services;
    private final SkyFiles files;
    private @Nullable Job job;
    private @Nullable RunningSky running;
    private boolean stopped;

    /** Starts nothing. */
    @Activate
    public SkySessionImpl(
            @Reference EmbeddedSky sky,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) RegistryService registry,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) TableService tables,
            @Reference RegistryChoice choice,
            @Reference ServiceList services,
            @Reference ProjectFolder folder) {
        this.sky = sky;
        this.registry = registry;
        this.choice = choice;
        this.services = services;
        this.files = new SkyFiles(sky, tables, folder);
    }

    @Override
    public synchronized void start() {
        @Nullable Job before = job;
        if (before != null && before.getState() != Job.NONE) {
            return;
        }
        Job next = Job.create("Starting the embedded sky", this::run);
        next.setUser(true);
        job = next;
        next.schedule();
    }

    /** Stops the servers. */
    @Deactivate
    public void stop() {
        @Nullable RunningSky now;
        synchronized (this) {
            stopped = true;
            now = running;
            running = null;
            if (job != null) {
                job.cancel();
            }
        }
        if (now != null) {
            now.close();
        }
    }

    private IStatus run(@Nullable IProgressMonitor given) {
        SubMonitor monitor = SubMonitor.convert(given, 10);
        try {
            RunningSky up = up(monitor.split(6));
            choice.use(up.registry(), NAME);
            files.write(monitor.split(2));
            openObjects();
            listServices(up, monitor.split(2));
            return Status.OK_STATUS;
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        } catch (VoException e) {
            return new Status(
                    IStatus.ERROR, "org.volans.app", "The embedded sky could not be started: " + e.getMessage());
        }
    }

    /** The sky that runs already, or a new one. */
    private RunningSky up(IProgressMonitor monitor) throws VoException {
        synchronized (this) {
            if (running != null) {
                return running;
            }
        }
        RunningSky started = sky.start(0, monitor);
        synchronized (this) {
            if (!stopped) {
                running = started;
                return started;
            }
        }
        started.close();
        throw new OperationCanceledException();
    }

    private void listServices(RunningSky up, IProgressMonitor monitor) throws VoException {
        RegistryQuery wanted = RegistryQuery.of(new RegistryConstraint.Type(ServiceType.TAP));
        for (RegistryRecord record : registry.search(up.registry(), wanted, monitor)) {
            if (record.ivoid().startsWith(OWN)) {
                record.access(ServiceType.TAP)
                        .filter(i -> !i.auxiliary())
                        .ifPresent(i -> services.addForSession(
                                new ServiceEntry(nameOf(record), record.ivoid(), i.accessUrl())));
            }
        }
        files.address(services.all());
    }

    private static String nameOf(RegistryRecord record) {
        return record.shortName().isBlank() ? record.title() : record.shortName();
    }

    /** Opens the tutorial's objects, behind nothing: the Welcome page goes. */
    private void openObjects() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        IWorkbench workbench = PlatformUI.getWorkbench();
        workbench.getDisplay().asyncExec(() -> {
            if (workbench.isClosing() || workbench.getWorkbenchWindowCount() == 0) {
                // closed while the sky started
                return;
            }
            workbench.getIntroManager().closeIntro(workbench.getIntroManager().getIntro());
            ProjectFiles.reveal(files.objects());
            ProjectFiles.open(files.objects());
        });
    }
}

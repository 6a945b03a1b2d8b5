package org.volans.app.internal;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.ServiceType;
import org.volans.api.sky.EmbeddedSky;
import org.volans.api.sky.RunningSky;
import org.volans.api.table.TableService;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;

/** Keeps one sky. */
@Component
public final class SkySessionImpl implements SkySession {

    private static final String OBJECTS = "objects.vot";

    private final EmbeddedSky sky;
    private final RegistryService registry;
    private final TableService tables;
    private final RegistryChoice choice;
    private final ServiceList services;
    private final ProjectFolder folder;
    private @Nullable Job starting;
    private @Nullable RunningSky running;

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
        this.tables = tables;
        this.choice = choice;
        this.services = services;
        this.folder = folder;
    }

    @Override
    public synchronized void start() {
        if (running != null) {
            openObjects();
            return;
        }
        @Nullable Job before = starting;
        if (before != null && before.getState() != Job.NONE) {
            return;
        }
        Job job = Job.create("Starting the embedded sky", this::run);
        job.setUser(true);
        starting = job;
        job.schedule();
    }

    /** Stops the servers. */
    @Deactivate
    public synchronized void stop() {
        @Nullable RunningSky now = running;
        running = null;
        if (now != null) {
            now.close();
        }
    }

    private IStatus run(@Nullable IProgressMonitor given) {
        IProgressMonitor monitor = IProgressMonitor.nullSafe(given);
        try {
            RunningSky started = sky.start(0, monitor);
            synchronized (this) {
                running = started;
            }
            choice.use(started.registry(), "the embedded sky");
            writeObjects();
            openObjects();
            listServices(started.registry(), monitor);
            return Status.OK_STATUS;
        } catch (VoException e) {
            return Status.error("The embedded sky could not be started: " + e.getMessage(), e);
        }
    }

    private void listServices(URI registryUrl, IProgressMonitor monitor) throws VoException {
        List<RegistryRecord> records = registry.search(
                registryUrl, RegistryQuery.of(new RegistryConstraint.Type(ServiceType.TAP)), monitor);
        for (RegistryRecord record : records) {
            record.access(ServiceType.TAP).filter(i -> !i.auxiliary()).ifPresent(i -> services.addForSession(
                    new ServiceEntry(record.shortName().isBlank() ? record.title() : record.shortName(), record.ivoid(), i.accessUrl())));
        }
    }

    private void writeObjects() throws VoException {
        folder.ensure();
        IFile file = folder.project().getFile(OBJECTS);
        Path place = file.getLocation().toFile().toPath();
        if (!Files.exists(place)) {
            tables.save(sky.tutorialObjects(), place, "", new NullProgressMonitor());
        }
        try {
            file.refreshLocal(IResource.DEPTH_ZERO, new NullProgressMonitor());
        } catch (CoreException e) {
            throw new OutputException(OBJECTS + " cannot be shown: " + e.getMessage(), e);
        }
    }

    private void openObjects() {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            try {
                IWorkbenchPage page =
                        PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
                IDE.openEditor(page, folder.project().getFile(OBJECTS));
            } catch (PartInitException e) {
                ILog.of(SkySessionImpl.class).error(OBJECTS + " cannot be opened: " + e.getMessage(), e);
            }
        });
    }
}

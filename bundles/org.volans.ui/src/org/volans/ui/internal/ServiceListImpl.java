package org.volans.ui.internal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.OutputException;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;

/** The list, read when first asked for and written at each change. */
@Component
public final class ServiceListImpl implements ServiceList {

    private static final String FILE = "services.json";

    /** As it stands in the file. */
    private record Line(String name, String ivoid, String url) {}

    private final Gson gson =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private final Listeners listeners = new Listeners();
    private final ProjectFolder folder;
    private final List<ServiceEntry> kept = new ArrayList<>();
    private final List<ServiceEntry> session = new ArrayList<>();

    /** Begins to read the file; listeners are told when it is read. */
    @Activate
    public ServiceListImpl(@Reference ProjectFolder folder) {
        this.folder = folder;
        Thread.ofVirtual().name("Volans service list").start(this::read);
    }

    private void read() {
        Path file = path();
        if (!Files.exists(file)) {
            return;
        }
        try {
            Line @Nullable [] lines = gson.fromJson(Files.readString(file), Line[].class);
            synchronized (this) {
                for (Line line : lines == null ? new Line[0] : lines) {
                    kept.add(new ServiceEntry(line.name(), line.ivoid(), URI.create(line.url())));
                }
            }
        } catch (IOException | JsonParseException | IllegalArgumentException | NullPointerException e) {
            ILog.of(ServiceListImpl.class)
                    .warn(FILE + " cannot be read, the list of services starts empty: " + e.getMessage(), e);
        }
        listeners.tell();
    }

    @Override
    public synchronized List<ServiceEntry> all() {
        List<ServiceEntry> all = new ArrayList<>(session);
        all.addAll(kept);
        return List.copyOf(all);
    }

    @Override
    public void add(ServiceEntry entry) throws OutputException {
        synchronized (this) {
            kept.removeIf(e -> e.url().equals(entry.url()));
            kept.add(entry);
            write();
        }
        listeners.tell();
    }

    @Override
    public void addForSession(ServiceEntry entry) {
        synchronized (this) {
            session.removeIf(e -> e.url().equals(entry.url()));
            session.add(entry);
        }
        listeners.tell();
    }

    @Override
    public void remove(ServiceEntry entry) throws OutputException {
        synchronized (this) {
            session.remove(entry);
            if (kept.remove(entry)) {
                write();
            }
        }
        listeners.tell();
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void write() throws OutputException {
        folder.ensure();
        Path file = path();
        List<Line> lines = kept.stream()
                .map(e -> new Line(e.name(), e.ivoid(), e.url().toString()))
                .toList();
        try {
            Files.writeString(file, gson.toJson(lines) + "\n", StandardCharsets.UTF_8);
            folder.project().getFile(FILE).refreshLocal(IResource.DEPTH_ZERO, new NullProgressMonitor());
        } catch (IOException | CoreException e) {
            throw new OutputException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Path path() {
        IProject project = folder.project();
        @Nullable IPath location = project.getLocation();
        IPath place = location == null
                ? project.getWorkspace().getRoot().getLocation().append(project.getName())
                : location;
        return place.append(FILE).toFile().toPath();
    }
}

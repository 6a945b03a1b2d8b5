package org.volans.ui.internal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.io.WholeFile;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;
import org.volans.ui.work.Listeners;

/** The list, read at the start and written at each change. */
@Component
public final class ServiceListImpl implements ServiceList {

    private static final String FILE = "services.json";

    /** As it stands in the file. */
    private record Line(
            @Nullable String name,
            @Nullable String ivoid,
            @Nullable String url) {}

    private final Gson gson =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private final Listeners listeners = new Listeners();
    private final ProjectFolder folder;
    private final Consumer<String> warn;
    private final List<ServiceEntry> kept = new ArrayList<>();
    private final List<ServiceEntry> session = new ArrayList<>();
    private boolean loaded;
    private boolean spoilt;

    /** Begins to read the file; listeners are told when it is read. */
    @Activate
    public ServiceListImpl(@Reference ProjectFolder folder) {
        this(folder, words -> ILog.of(ServiceListImpl.class).warn(words));
    }

    /** @param warn told what is wrong with the file */
    ServiceListImpl(ProjectFolder folder, Consumer<String> warn) {
        this.folder = folder;
        this.warn = warn;
        Thread.ofVirtual().name("Volans service list").start(this::read);
    }

    private void read() {
        load();
        listeners.tell();
    }

    /** Reads the file unless that has been done: nothing is written before, or what stands in it would be lost. */
    private synchronized void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        Path file = path();
        try {
            if (Files.exists(file)) {
                Line @Nullable [] lines = gson.fromJson(Files.readString(file), Line[].class);
                Stream.of(lines == null ? new Line[0] : lines)
                        .flatMap(l -> entry(l).stream())
                        .forEach(kept::add);
            }
        } catch (IOException | JsonParseException e) {
            spoilt = true;
            warn.accept(FILE + " cannot be read, the list of services starts empty: " + e.getMessage());
        }
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    /** A line that somebody has spoilt must not hide the others. */
    private Optional<ServiceEntry> entry(@Nullable Line line) {
        try {
            @Nullable String text = line == null ? null : line.url();
            @Nullable URI url = text == null ? null : URI.create(text);
            if (line != null && url != null && url.getHost() != null) {
                String host = String.valueOf(url.getHost());
                return Optional.of(new ServiceEntry(or(line.name(), host), or(line.ivoid(), ""), url));
            }
        } catch (IllegalArgumentException e) {
            warn.accept(FILE + " names a service without a URL: " + e.getMessage());
        }
        return Optional.empty();
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
            load();
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
    public synchronized boolean isForSession(ServiceEntry entry) {
        return session.contains(entry);
    }

    @Override
    public void remove(ServiceEntry entry) throws OutputException {
        synchronized (this) {
            load();
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
            if (spoilt && Files.exists(file)) {
                Files.move(file, file.resolveSibling(FILE + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
                spoilt = false;
            }
            WholeFile.write(file, out -> out.write((gson.toJson(lines) + "\n").getBytes(StandardCharsets.UTF_8)));
            folder.project().getFile(FILE).refreshLocal(IResource.DEPTH_ZERO, new NullProgressMonitor());
        } catch (OutputException e) {
            throw e;
        } catch (IOException | CoreException | InputException e) {
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

package org.volans.ui.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.table.SharedTable;
import org.volans.api.table.SharedTables;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.selection.TableSharing;
import org.volans.ui.work.Listeners;

/** Keeps the list, and shares what is in it. */
@Component(service = {OpenTables.class, TableSharing.class})
public final class OpenTablesImpl implements OpenTables, TableSharing {

    /** What a table is to other programs, however often its file is loaded again. */
    private record Identity(String id, Optional<URI> url) {}

    /** Where a table is stored, and which of its file it is: the editors call the first one as the file. */
    private record Place(Path file, String name) {}

    private final List<OpenTable> tables = new CopyOnWriteArrayList<>();
    private final Listeners listeners = new Listeners();
    private final SharedTables shared;
    private final Map<Place, Identity> identities = new ConcurrentHashMap<>();
    private final Map<Path, SharedTable> stored = new ConcurrentHashMap<>();
    private final MovedFiles files = new MovedFiles(this::moved);

    @Activate
    public OpenTablesImpl(@Reference SharedTables shared) {
        this.shared = shared;
    }

    /** Begins to follow files that are renamed. */
    @Activate
    void follow() {
        ResourcesPlugin.getWorkspace().addResourceChangeListener(files, IResourceChangeEvent.POST_CHANGE);
    }

    /** Follows no more. */
    @Deactivate
    void close() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(files);
    }

    /** What is in a file that is called otherwise now stays the same table for the others. */
    void moved(Path from, Path to) {
        identities.forEach((place, identity) -> {
            if (place.file().equals(from) && identities.remove(place, identity)) {
                String old = stem(from);
                // all but the first one have a number or a name of their own behind it
                String name =
                        place.name().startsWith(old) ? stem(to) + place.name().substring(old.length()) : place.name();
                identities.put(new Place(to, name), identity);
            }
        });
        @Nullable SharedTable table = stored.remove(from);
        if (table != null) {
            stored.put(to, table);
        }
    }

    @Override
    public List<OpenTable> all() {
        return List.copyOf(tables);
    }

    @Override
    public void opened(OpenTable table) {
        tables.add(table);
        shared.put(describe(table));
        path(table).ifPresent(stored::remove);
        listeners.tell();
    }

    @Override
    public void closed(OpenTable table) {
        if (tables.remove(table)) {
            stored(table).ifPresent(identity -> shared.remove(describe(table)));
            listeners.tell();
        }
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    // sharing

    @Override
    public SharedTable shared(OpenTable table) {
        return find(table).orElseGet(() -> describe(table));
    }

    private Optional<SharedTable> find(OpenTable table) {
        return shared.all().stream().filter(s -> s.table() == table.table()).findFirst();
    }

    @Override
    public Optional<OpenTable> open(SharedTable table) {
        return tables.stream()
                .filter(t -> t.table() == table.table())
                .findFirst()
                .or(() -> tables.stream()
                        .filter(t -> stored(t).filter(identity(table)::equals).isPresent())
                        .findFirst());
    }

    @Override
    public OpenTable known(SharedTable table) {
        return open(table)
                .orElseGet(() -> new OpenTable(
                        table.name(),
                        table.table(),
                        table.document(),
                        table.file().flatMap(ProjectFolder::file),
                        table.context()));
    }

    @Override
    public Optional<Path> place(SharedTable table) {
        Identity identity = identity(table);
        return identities.entrySet().stream()
                .filter(e -> e.getValue().equals(identity))
                .map(e -> e.getKey().file())
                .findFirst();
    }

    @Override
    public void store(SharedTable table) {
        Path file = table.file().orElseThrow();
        Identity identity = identity(table);
        Place place = new Place(file, stem(file));
        if (identity.equals(identities.get(place)) && open(table).isPresent()) {
            // the same once more: the editor keeps what it has
            shared.put(describe(open(table).get()));
            return;
        }
        // it is one table for the others: where it was stored before is an older state of it
        identities.values().removeIf(identity::equals);
        identities.put(place, identity);
        stored.put(file, table);
        shared.put(table);
    }

    @Override
    public Optional<SharedTable> stored(Path file) {
        return Optional.ofNullable(stored.get(file));
    }

    private SharedTable describe(OpenTable table) {
        Identity identity = identity(table);
        return new SharedTable(
                identity.id(),
                identity.url(),
                table.name(),
                table.table(),
                table.document(),
                path(table),
                table.context());
    }

    private static Identity identity(SharedTable table) {
        return new Identity(table.id(), table.url());
    }

    /** The identity of a table that has had one before. */
    private Optional<Identity> stored(OpenTable table) {
        return path(table).map(file -> new Place(file, table.name())).map(identities::get);
    }

    private Identity identity(OpenTable table) {
        return path(table)
                .map(file -> identities.computeIfAbsent(new Place(file, table.name()), p -> fresh()))
                .orElseGet(this::fresh);
    }

    private Identity fresh() {
        return new Identity(shared.newId(), Optional.empty());
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static Optional<Path> path(OpenTable table) {
        return table.file().map(IFile::getLocation).map(IPath::toPath);
    }
}

package org.volans.adql.ui.internal.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Path;
import org.eclipse.swt.widgets.Control;
import org.volans.api.InputException;
import org.volans.api.adql.AdqlContext;
import org.volans.api.adql.AdqlService;
import org.volans.api.adql.TableUse;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.table.TableService;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.work.Workplace;
import uk.ac.starlink.table.StarTable;

/** The uploads of one query file. UI thread only, except where it says otherwise. */
public final class Uploads {

    private final AdqlService adql;
    private final TableService tables;
    private final OpenTables open;
    private final Workplace reading;
    private final Map<String, Upload> bound = new LinkedHashMap<>();
    /** Those whose file could not be read. */
    private final Set<Upload> broken = new HashSet<>();

    private final Runnable changed;
    private volatile SchemaMeta schema = new SchemaMeta(AdqlContext.UPLOADS, "", List.of());

    /**
     * @param owner   whose life bounds the reading of files
     * @param changed called on the UI thread after each change
     */
    public Uploads(AdqlService adql, TableService tables, OpenTables open, Control owner, Runnable changed) {
        this.adql = adql;
        this.tables = tables;
        this.open = open;
        this.reading = new Workplace(owner);
        this.changed = changed;
    }

    /** In the order in which they were bound. */
    public List<Upload> all() {
        return List.copyOf(bound.values());
    }

    /** The tables as the query sees them. Any thread. */
    public SchemaMeta schema() {
        return schema;
    }

    /** Names that a query uses and no table has. Any thread. */
    public List<String> missing(String text) {
        List<String> names = schema.tables().stream().map(TableMeta::name).toList();
        return adql.tables(text).stream()
                .map(TableUse::upload)
                .filter(n -> !n.isEmpty() && names.stream().noneMatch(n::equalsIgnoreCase))
                .distinct()
                .toList();
    }

    /** Binds a table to its name, in the place of what had it. */
    public void bind(Upload upload) {
        bound.keySet().removeIf(upload.name()::equalsIgnoreCase);
        bound.put(upload.name(), upload);
        update();
    }

    /** Unbinds a name. */
    public void unbind(String name) {
        bound.remove(name);
        update();
    }

    /** Gives an upload another name. */
    public void rename(String from, String to) {
        Upload upload = bound.get(from);
        if (upload != null && !from.equals(to)) {
            Map<String, Upload> renamed = new LinkedHashMap<>();
            bound.forEach((n, u) -> renamed.put(n.equals(from) ? to : n, n.equals(from) ? u.named(to) : u));
            bound.clear();
            bound.putAll(renamed);
            update();
        }
    }

    /** As text for a property of the query's file: those that have files, which can be found again. */
    public String remembered() {
        return bound.values().stream()
                .filter(u -> u.file().isPresent())
                .map(u -> u.name() + "\t" + u.file().get().getFullPath().toPortableString())
                .collect(Collectors.joining("\n"));
    }

    /** Binds what {@link #remembered} gave; files that are gone stay unbound. */
    public void remember(String text) {
        IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        for (String line : text.split("\n")) {
            String[] parts = line.split("\t", 2);
            IPath path = parts.length == 2 ? Path.fromPortableString(parts[1]) : null;
            if (path != null && path.segmentCount() > 1 && root.getFile(path).exists() && Upload.legal(parts[0])) {
                Upload upload = of(root.getFile(path)).named(parts[0]);
                bound.put(upload.name(), upload);
            }
        }
        update();
    }

    /** A file as an upload, already read when it is open in an editor. */
    public Upload of(IFile file) {
        Optional<StarTable> table = open.all().stream()
                .filter(t -> t.file().equals(Optional.of(file)))
                .map(OpenTable::table)
                .findFirst();
        return new Upload(Upload.name(file.getName()), file.getName(), Optional.of(file), table);
    }

    /** An open table as an upload. */
    public static Upload of(OpenTable table) {
        String label = table.file().map(IFile::getName).orElse(table.name());
        return new Upload(Upload.name(label), label, table.file(), Optional.of(table.table()));
    }

    private void update() {
        schema = new SchemaMeta(
                AdqlContext.UPLOADS,
                "",
                bound.values().stream()
                        .map(u -> new TableMeta(u.name(), u.label(), "", "upload", "", u.columns()))
                        .toList());
        readNext();
        changed.run();
    }

    private void readNext() {
        Optional<Upload> unread = bound.values().stream()
                .filter(u -> u.table().isEmpty() && !broken.contains(u))
                .findFirst();
        if (unread.isPresent() && !reading.busy()) {
            Upload upload = unread.get();
            reading.run(
                    "Reading " + upload.label(),
                    monitor -> read(upload, monitor),
                    table -> arrived(upload, table),
                    failure -> {
                        // said again, in the same words, when the query is run with it
                        broken.add(upload);
                        readNext();
                    });
        }
    }

    private void arrived(Upload upload, StarTable table) {
        List<Upload> same = new ArrayList<>(bound.values());
        same.stream()
                .filter(u -> u.file().equals(upload.file()) && u.table().isEmpty())
                .forEach(u -> bound.put(u.name(), u.with(table)));
        update();
    }

    /** The table of an upload, read from its file when it has to be. Not for the UI thread. */
    StarTable read(Upload upload, IProgressMonitor monitor) throws InputException {
        if (upload.table().isPresent()) {
            return upload.table().get();
        }
        IPath place = upload.file().map(IFile::getLocation).orElse(null);
        if (place == null) {
            throw new InputException(upload.label() + " is no longer there: choose another table in Uploads");
        }
        return tables.open(place.toFile().toPath(), "", monitor);
    }
}

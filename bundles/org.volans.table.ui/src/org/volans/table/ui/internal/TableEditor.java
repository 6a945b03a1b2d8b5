package org.volans.table.ui.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.part.FileEditorInput;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.net.HttpService;
import org.volans.api.table.TableFile;
import org.volans.api.table.TableService;
import org.volans.ui.Ids;
import org.volans.ui.project.FileWatch;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.selection.SelectionFollower;
import org.volans.ui.selection.SelectionSource;
import org.volans.ui.selection.TableRow;
import org.volans.ui.selection.TableRows;
import org.volans.ui.selection.TableSharing;
import org.volans.ui.widgets.StatePane;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** Shows a table file: its cells, what is known of its columns, and what stands around the table. */
@NonNullByDefault({})
public final class TableEditor extends EditorPart {

    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

    /** Bytes; the text editor reads a file as a whole, on the UI thread. */
    private static final long MOST_TEXT = 5_000_000;

    /** Whoever follows the selection reads the row and what is linked to it. */
    private static final int SELECTION_PAUSE_MS = 120;

    private TableService service;
    private HttpService http;
    private ProjectFolder project;
    private OpenTables openTables;
    private TableSharing sharing;
    private final SelectionSource selection = new SelectionSource(SELECTION_PAUSE_MS);
    private StatePane pane;
    private Workplace place;
    private Optional<FileWatch> watch = Optional.empty();
    private SelectionFollower<TableRow> follower;
    private SelectionFollower<TableRows> rowsFollower;
    private Loaded loaded;
    private TablePages pages;
    private CompletableFuture<Boolean> reading = new CompletableFuture<>();

    /** Of the file, in bytes. */
    private volatile long size;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        boolean local = input instanceof IURIEditorInput uri
                && "file".equals(uri.getURI().getScheme());
        if (!(input instanceof IFileEditorInput) && !local) {
            throw new PartInitException("'" + input.getName() + "' is no file of this machine");
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        site.setSelectionProvider(selection);
        // the platform injects views only
        service = site.getService(TableService.class);
        http = site.getService(HttpService.class);
        project = site.getService(ProjectFolder.class);
        openTables = site.getService(OpenTables.class);
        sharing = site.getService(TableSharing.class);
    }

    @Override
    public void createPartControl(Composite parent) {
        pane = new StatePane(parent);
        pane.setData("org.volans.id", "table.state");
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(pane.content());
        place = new Workplace(pane);
        watch = file().map(f -> new FileWatch(
                pane, () -> file().orElse(f), () -> changedOnDisk(true), () -> changedOnDisk(false), this::moved));
        PlatformUI.getWorkbench().getHelpSystem().setHelp(pane, "org.volans.help.table");
        follower = new SelectionFollower<>(getSite(), TableRow.class, this::follow);
        rowsFollower = new SelectionFollower<>(getSite(), TableRows.class, this::follow);
        load();
    }

    /** Ends when the file is shown, or cannot be. UI thread only. */
    public CompletableFuture<Boolean> reading() {
        return reading;
    }

    private void load() {
        forget();
        reading.cancel(false);
        reading = new CompletableFuture<>();
        String name = getEditorInput().getName();
        pane.showBusy("Reading " + name + "…", this::stopped);
        place.run("Reading " + name, this::read, this::show, this::failed);
    }

    /** Outside of the UI thread. */
    private Loaded read(IProgressMonitor monitor) throws VoException {
        String name = getEditorInput().getName();
        Path path = path();
        var percent = new Percent(
                monitor, done -> place.show(() -> pane.showProgress("Reading " + name + "… " + done + " %")));
        size = path.toFile().length();
        // what another program sent has been read already
        Optional<TableFile> received = sharing.stored(path).flatMap(Loaded::whole);
        TableFile file = received.isPresent() ? received.get() : service.openFile(path, "", percent);
        return Loaded.of(file, provenance(), stem(name), file());
    }

    /** A damaged sidecar must not keep its table from being shown. */
    private Optional<Provenance> provenance() {
        try {
            return file().isPresent() ? project.provenance(file().get()) : Optional.empty();
        } catch (InputException e) {
            ILog.of(TableEditor.class).warn(e.getMessage(), e);
            return Optional.empty();
        }
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private Optional<IFile> file() {
        return getEditorInput() instanceof IFileEditorInput input ? Optional.of(input.getFile()) : Optional.empty();
    }

    private Path path() throws OutputException {
        return getEditorInput() instanceof IFileEditorInput input
                ? ProjectFolder.path(input.getFile())
                : Path.of(((IURIEditorInput) getEditorInput()).getURI());
    }

    private void show(Loaded now) {
        loaded = now;
        now.tables().forEach(openTables::opened);
        showTable(0);
        pane.showContent();
        reading.complete(true);
        if (getSite().getPage().getActivePart() == this) {
            setFocus();
        }
    }

    private void showTable(int index) {
        if (pages != null) {
            pages.dispose();
        }
        // without a highlighted row the whole table is what is selected
        selection.setSelection(new StructuredSelection(loaded.tables().get(index)));
        pages = new TablePages(
                pane.content(),
                new Context(service, http, project, getEditorSite(), selection),
                loaded,
                index,
                this::showTable);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
        pane.content().layout(true, true);
        follower.newest().ifPresent(this::follow);
    }

    private void follow(TableRow row) {
        if (pages != null && row.table().table() == pages.table().table()) {
            pages.highlight(row.row());
        }
    }

    private void follow(TableRows rows) {
        if (pages != null && rows.table().table() == pages.table().table()) {
            pages.select(rows.rows());
        }
    }

    private void failed(Failure failure) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("Try again", this::load));
        String name = getEditorInput().getName();
        if (name.toLowerCase(Locale.ROOT).matches(".*\\.(fits?|fts|fz)(\\.gz)?")) {
            choices.add(new Choice("Open as image", () -> openWith(Ids.IMAGE_EDITOR)));
        }
        if (size > 0 && size <= MOST_TEXT) {
            choices.add(new Choice("Open as text", () -> openWith(TEXT_EDITOR)));
        }
        pane.showFailure(name + " cannot be shown as a table", failure, choices.toArray(Choice[]::new));
        reading.completeExceptionally(new InputException(failure.message()));
    }

    private void stopped() {
        place.cancel();
        reading.completeExceptionally(new OperationCanceledException());
        pane.showEmpty(
                "Reading was stopped",
                "Nothing of " + getEditorInput().getName() + " is shown.",
                new Choice("Read it", this::load));
    }

    private void openWith(String editor) {
        try {
            // not this editor again, which has the same input
            getSite()
                    .getPage()
                    .openEditor(getEditorInput(), editor, true, IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
        } catch (PartInitException e) {
            pane.showFailure("It cannot be opened", Failure.of(e), new Choice("Try again", this::load));
        }
    }

    private void changedOnDisk(boolean there) {
        TablePages now = pages;
        String name = getEditorInput().getName();
        if (now == null) {
            if (there && !place.busy()) {
                load();
            }
        } else if (there) {
            now.announce(name + " has changed on disk.", "Reload", this::load);
        } else {
            now.announce(name + " has been deleted; what was read is still shown.", "Close", this::close);
        }
    }

    private void moved(IFile target) {
        setInputWithNotify(new FileEditorInput(target));
        setPartName(target.getName());
        load();
    }

    private void close() {
        getSite().getPage().closeEditor(this, false);
    }

    private void forget() {
        unregister();
        if (pages != null) {
            pages.dispose();
            pages = null;
        }
    }

    private void unregister() {
        if (loaded != null) {
            loaded.tables().forEach(openTables::closed);
            loaded = null;
        }
    }

    @Override
    public void dispose() {
        if (follower != null) {
            follower.close();
            rowsFollower.close();
        }
        reading.completeExceptionally(new OperationCanceledException());
        unregister();
        super.dispose();
    }

    @Override
    public void setFocus() {
        watch.ifPresent(FileWatch::lookOnDisk);
        if (pages != null) {
            pages.setFocus();
        } else {
            pane.setFocus();
        }
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // a table is never dirty
    }

    @Override
    public void doSaveAs() {
        if (pages != null) {
            pages.saveAs();
        }
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }
}

package org.volans.image.ui.internal;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.part.FileEditorInput;
import org.volans.api.InputException;
import org.volans.api.image.ImagePixels;
import org.volans.api.image.ImageService;
import org.volans.api.image.NoImageException;
import org.volans.image.ui.internal.overlay.CatalogueLayer;
import org.volans.ui.Ids;
import org.volans.ui.project.FileWatch;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.selection.SelectionSource;
import org.volans.ui.widgets.StatePane;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** Shows the images of a FITS file. UI thread only; all reading is done in jobs. */
public final class ImageEditor extends EditorPart {

    private static final int KEEP_AFTER = 500;

    private ImageService service;

    private final SelectionSource selection = new SelectionSource();
    private StatePane state;
    private ImagePane pane;
    private HeaderPage header;
    private CatalogueLayer catalogues;
    private Pointing pointing;
    private Saving saving;
    private Workplace opening;
    private Path file;
    private Optional<IFile> resource = Optional.empty();
    private Optional<FileWatch> watch = Optional.empty();
    private Optional<Opened> opened = Optional.empty();

    /** All that has been opened and not yet closed, also what came too late to be shown. */
    private final Set<ImagePixels> handles = ConcurrentHashMap.newKeySet();

    private Optional<Job> keeping = Optional.empty();
    private int index;

    @Override
    @NonNullByDefault({})
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        setSite(site);
        setInput(input);
        resource = Optional.ofNullable(ResourceUtil.getFile(input));
        @Nullable IPath location = resource.map(IFile::getLocation).orElse(null);
        if (location != null) {
            file = location.toPath();
        } else if (input instanceof IURIEditorInput uri
                && "file".equals(uri.getURI().getScheme())) {
            file = Path.of(uri.getURI());
        } else {
            throw new PartInitException("Only files of this machine can be shown, not " + input.getName());
        }
        setPartName(input.getName());
    }

    @Override
    @NonNullByDefault({})
    public void createPartControl(Composite parent) {
        service = PlatformUI.getWorkbench().getService(ImageService.class);
        parent.setLayout(new FillLayout());
        state = new StatePane(parent);
        state.content().setLayout(new FillLayout());
        opening = new Workplace(state);
        CTabFolder pages = new CTabFolder(state.content(), SWT.BOTTOM | SWT.FLAT);
        ImagePane.Events events = new ImagePane.Events(
                this::showImage, this::remember, this::broken, m -> catalogues.fill(m), m -> saving.fill(m));
        pane = new ImagePane(pages, service, events);
        page(pages, "Image", pane);
        header = new HeaderPage(pages);
        page(pages, "Header", header);
        pages.setSelection(0);
        connect(pages);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(state, "org.volans.help.image");
        open();
    }

    /** To the workbench: open tables, selection, menu, the file, the Copy command. */
    private void connect(CTabFolder pages) {
        IWorkbench workbench = PlatformUI.getWorkbench();
        OpenTables tables = workbench.getService(OpenTables.class);
        ProjectFolder project = workbench.getService(ProjectFolder.class);
        catalogues = new CatalogueLayer(pane.canvas(), tables, this::catalogueFailed);
        pane.canvas().addBelow(catalogues);
        saving = new Saving(pane, catalogues, service, project, getSite().getPage());
        pointing = new Pointing(pane.canvas(), catalogues, selection, getSite());
        pane.pointer(pointing);
        new PositionMenu(pane.canvas(), pointing, selection, getEditorSite());
        watch = resource.map(r -> new FileWatch(state, resource::get, this::open, this::deleted, this::moved));
        getSite().setSelectionProvider(selection);
        Action copy = new Action() {
            @Override
            public void run() {
                if (pages.getSelectionIndex() == 0) {
                    saving.copy();
                } else {
                    header.copy();
                }
            }
        };
        getSite()
                .getService(IHandlerService.class)
                .activateHandler(IWorkbenchCommandConstants.EDIT_COPY, new ActionHandler(copy));
    }

    private static void page(CTabFolder pages, String name, Control control) {
        CTabItem item = new CTabItem(pages, SWT.NONE);
        item.setText(name);
        item.setControl(control);
    }

    private record Start(Opened opened, Look look) {}

    private void open() {
        release();
        state.showBusy("Opening " + getPartName() + "…", () -> {
            opening.cancel();
            state.showEmpty("Not opened", "You stopped it.", new Choice("Open", this::open));
        });
        int wanted = index;
        opening.run("Opening " + getPartName(), monitor -> start(wanted, monitor), this::started, this::broken);
    }

    private Start start(int wanted, IProgressMonitor monitor) throws InputException {
        Look look = Memory.look(resource);
        Opened result = Opened.file(service, file, wanted, look.cut(), monitor);
        handles.add(result.pixels());
        if (monitor.isCanceled()) {
            close(result.pixels());
            throw new OperationCanceledException();
        }
        return new Start(result, look);
    }

    private void started(Start start) {
        opened = Optional.of(start.opened());
        state.showContent();
        pane.show(start.opened(), start.look());
        header.show(start.opened().plane().image());
        catalogues.update();
        pointing.update();
    }

    private void broken(Failure failure) {
        release();
        Choice again = new Choice("Try again", this::open);
        Choice table = new Choice("Open as table", this::openTable);
        if (failure.cause() instanceof NoImageException) {
            state.showEmpty("No image in here", failure.message(), table, again);
        } else {
            // what a server sent in place of an image is often a table or a message
            state.showFailure("The image cannot be shown", failure, again, table);
        }
    }

    private void catalogueFailed(Failure failure) {
        MessageDialog.openWarning(getSite().getShell(), "Marks", failure.message());
    }

    private void deleted() {
        release();
        Choice close = new Choice("Close", () -> getSite().getPage().closeEditor(this, false));
        state.showEmpty("The file is gone", getPartName() + " has been deleted.", close);
    }

    private void moved(IFile target) {
        resource = Optional.of(target);
        file = Objects.requireNonNull(target.getLocation()).toPath();
        setInputWithNotify(new FileEditorInput(target));
        setPartName(target.getName());
        open();
    }

    private void openTable() {
        try {
            // not this editor again, which has the same input
            int match = IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID;
            getSite().getPage().openEditor(getEditorInput(), Ids.TABLE_EDITOR, true, match);
        } catch (PartInitException e) {
            Failure failure = Failure.of(e);
            ILog.of(ImageEditor.class).log(failure.status());
            state.showFailure("The table editor cannot be opened", failure, new Choice("Try again", this::open));
        }
    }

    private void showImage(int newIndex) {
        index = newIndex;
        open();
    }

    private void remember(Look look) {
        if (opened.isPresent()) {
            keeping.ifPresent(Job::cancel);
            Job job = Job.createSystem("Look of " + getPartName(), (ICoreRunnable) m -> Memory.keep(resource, look));
            keeping = Optional.of(job);
            job.schedule(KEEP_AFTER);
        }
    }

    /** Closes what is open; not on the UI thread, since a temporary file may be deleted then. */
    private void release() {
        opening.cancel();
        opened = Optional.empty();
        if (!pane.isDisposed()) {
            pane.clear();
        }
        Set<ImagePixels> old = Set.copyOf(handles);
        Job.createSystem("Closing " + file.getFileName(), (ICoreRunnable) m -> old.forEach(this::close))
                .schedule();
    }

    private void close(ImagePixels pixels) {
        pixels.close();
        handles.remove(pixels);
    }

    @Override
    public void dispose() {
        if (pointing != null) {
            pointing.close();
            release();
        }
        super.dispose();
    }

    @Override
    public void setFocus() {
        watch.ifPresent(FileWatch::lookOnDisk);
        if (state.showsContent()) {
            pane.canvas().setFocus();
        } else {
            state.setFocus();
        }
    }

    @Override
    @NonNullByDefault({})
    public void doSave(IProgressMonitor monitor) {
        // a picture is looked at, not changed
    }

    @Override
    public void doSaveAs() {
        // a picture is looked at, not changed
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}

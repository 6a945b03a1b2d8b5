package org.volans.adql.ui.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.volans.adql.ui.internal.assist.Checker;
import org.volans.adql.ui.internal.assist.LiveCheck;
import org.volans.adql.ui.internal.assist.Problem;
import org.volans.adql.ui.internal.assist.ProblemMarkers;
import org.volans.adql.ui.internal.assist.Surroundings;
import org.volans.adql.ui.internal.assist.Templates;
import org.volans.adql.ui.internal.bar.QueryBar;
import org.volans.adql.ui.internal.bar.UploadsDialog;
import org.volans.adql.ui.internal.meta.Known;
import org.volans.adql.ui.internal.meta.ServiceMeta;
import org.volans.adql.ui.internal.run.Uploads;
import org.volans.api.adql.AdqlContext;
import org.volans.api.adql.AdqlService;
import org.volans.api.table.TableService;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;

/**
 * What an editor has beside its text: the bar, the query's service and uploads, which are remembered with the file, and the
 * checks of the text. UI thread only.
 */
final class QueryDesk implements QueryBar.Client, IDocumentListener {

    private static final Runnable NOTHING = () -> {
        // there is nothing to be done
    };

    /** The services that an editor works with. */
    record Services(
            AdqlService adql,
            TableService tables,
            OpenTables openTables,
            ServiceList list,
            ServiceMeta metadata,
            ProjectFolder folder) {}

    private final AdqlEditor editor;
    private final Services services;
    private final Display display;
    private final QueryBar bar;
    private final Uploads uploads;
    private final Runs runs;
    private final EditorCommands commands;
    private final Knowledge knowledge;
    private final LiveCheck check;
    private final Consumer<URI> metadataListener = this::metadataChanged;
    private Runnable refreshAssist = NOTHING;
    private Optional<IFile> file = Optional.empty();
    private @Nullable Templates patterns;
    private @Nullable IDocument document;
    private List<Problem> refusals = List.of();
    private boolean restoring;
    private boolean readable = true;

    QueryDesk(AdqlEditor editor, Composite page, Services services) {
        this.editor = editor;
        this.display = page.getDisplay();
        this.services = services;
        this.bar = new QueryBar(page, services.list(), this);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new Label(page, SWT.SEPARATOR | SWT.HORIZONTAL));
        this.uploads =
                new Uploads(services.adql(), services.tables(), services.openTables(), page, this::uploadsChanged);
        this.knowledge = new Knowledge(services.adql(), services.metadata(), uploads::schema);
        this.runs = new Runs(editor, bar, uploads, services.folder(), this::refused);
        this.commands = new EditorCommands(editor, services.adql(), runs);
        this.check = new LiveCheck(
                new Checker(services.adql()), knowledge::known, uploads::schema, uploads::missing, this::found);
        services.metadata().addListener(metadataListener);
        page.addDisposeListener(e -> services.metadata().removeListener(metadataListener));
        hint();
        // the first proposal loads what is needed for all; nobody shall wait for that
        Job.createSystem("Getting ready to complete ADQL", (ICoreRunnable)
                        m -> services.adql().complete("SELECT a FROM t WHERE ", 22, AdqlContext.NONE))
                .schedule();
    }

    /** What the help while writing asks. */
    Surroundings surroundings() {
        return knowledge;
    }

    void use(Templates templates, Runnable refresh) {
        patterns = templates;
        refreshAssist = refresh;
    }

    void activateCommands() {
        commands.activate(this::chooseUploads);
    }

    /** The editor shows a file, or shows it under another name. */
    void opened(Optional<IFile> opened) {
        IDocument before = document;
        if (before != null) {
            before.removeDocumentListener(this);
        }
        @Nullable IDocument now = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        document = now;
        if (now != null) {
            now.addDocumentListener(this);
        }
        if (!opened.equals(file)) {
            file = opened;
            opened.ifPresent(f -> FileMemory.read(f, memory -> show(() -> restore(memory))));
        }
        changed();
    }

    /** The file is no text: there is nothing to be run. */
    void unreadable() {
        readable = false;
        for (var part : List.of(bar.getParent().getChildren()).subList(0, 2)) {
            part.setVisible(false);
            GridDataFactory.fillDefaults().exclude(true).applyTo(part);
        }
        bar.getParent().layout(true);
    }

    /** The editor is closed. */
    void close() {
        check.stop();
        // the text may never have been saved: its problems go with it
        file.ifPresent(ProblemMarkers::clear);
        IDocument of = document;
        if (of != null) {
            of.removeDocumentListener(this);
        }
        document = null;
    }

    // What is remembered.

    private void restore(FileMemory memory) {
        // what the user has chosen meanwhile stays
        if (knowledge.chosen().isPresent() && memory.service().isPresent()) {
            return;
        }
        restoring = true;
        try {
            bar.show(memory.job(), memory.maxrec());
            uploads.remember(memory.uploads());
            memory.service().ifPresent(url -> bar.service().show(url));
            knowledge.choose(bar.service().current());
        } finally {
            restoring = false;
        }
        hint();
        changed();
    }

    private void keep() {
        if (restoring || file.isEmpty()) {
            return;
        }
        Optional<URI> url = knowledge.chosen().map(ServiceEntry::url);
        new FileMemory(url, bar.job(), bar.maxrec(), uploads.remembered()).keepSoon(file.get());
    }

    private void hint() {
        Optional<ServiceEntry> of = knowledge.chosen();
        @Nullable
        String failure = of.map(s -> services.metadata().now(s.url()))
                .map(Known::failure)
                .orElse(null);
        if (of.isEmpty()) {
            bar.hint("Choose the service to ask, or type its URL.");
        } else if (failure != null) {
            bar.hint("The tables of " + of.get().name() + " are not known, so names are not checked: " + failure);
        } else {
            bar.hint("Ctrl+Enter runs the query, Ctrl+Space proposes what fits.");
        }
    }

    private void metadataChanged(URI of) {
        if (knowledge.chosen().filter(s -> s.url().equals(of)).isPresent()) {
            show(() -> {
                hint();
                changed();
                refreshAssist.run();
            });
        }
    }

    /** From any thread; nothing happens once the editor is closed. */
    private void show(Runnable update) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!bar.isDisposed()) {
                    update.run();
                }
            });
        }
    }

    // The text.

    @Override
    @NonNullByDefault({})
    public void documentAboutToBeChanged(DocumentEvent event) {
        // of interest afterwards
    }

    @Override
    @NonNullByDefault({})
    public void documentChanged(DocumentEvent event) {
        refusals = List.of();
        runs.reset();
        changed();
    }

    private void changed() {
        IDocument of = document;
        if (of != null && readable) {
            knowledge.text(of.get());
            check.soon(new LiveCheck.Target(knowledge.text(), file, refusals));
        }
    }

    private void refused(List<Problem> places) {
        refusals = places;
        changed();
    }

    private void found(LiveCheck.Findings findings) {
        show(() -> {
            bar.showUploads(uploads.all().size(), findings.missing());
            annotate(findings);
        });
    }

    /** A text that is in no project has no markers. */
    private void annotate(LiveCheck.Findings findings) {
        @Nullable
        IAnnotationModel model = findings.target().file().isPresent()
                ? null
                : editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        if (model != null) {
            ProblemMarkers.annotate(model, findings.problems());
        }
    }

    private void uploadsChanged() {
        runs.reset();
        keep();
        changed();
    }

    // The bar.

    @Override
    public void serviceChosen(ServiceEntry chosen) {
        knowledge.choose(Optional.of(chosen));
        runs.reset();
        services.metadata().retry(chosen.url());
        hint();
        keep();
        changed();
    }

    @Override
    public void optionsChanged() {
        keep();
    }

    @Override
    public void chooseUploads() {
        List<String> missing = uploads.missing(knowledge.text());
        new UploadsDialog(editor.getSite().getShell(), uploads, services.openTables(), services.folder(), missing)
                .open();
    }

    @Override
    public List<QueryBar.Entry> templates() {
        List<QueryBar.Entry> entries = new ArrayList<>();
        Templates all = patterns;
        if (all != null) {
            Templates.all()
                    .forEach(t -> entries.add(new QueryBar.Entry("Templates", t.getName(), t.getDescription(), () -> {
                        editor.setFocus();
                        all.insert(t, editor.viewer());
                    })));
        }
        Known known = knowledge.known();
        String group = "Examples of " + knowledge.service();
        known.examples()
                .forEach(e -> entries.add(new QueryBar.Entry(
                        group,
                        e.name(),
                        e.description(),
                        () -> commands.insert(e.query().strip() + "\n"))));
        if (known.loading() && known.examples().isEmpty()) {
            entries.add(new QueryBar.Entry(group, "Loading…", "", NOTHING));
        }
        return entries;
    }

    @Override
    public void run() {
        runs.run(knowledge.text());
    }

    @Override
    public void cancel() {
        runs.cancel();
    }

    @Override
    public void openResult() {
        runs.openResult();
    }
}

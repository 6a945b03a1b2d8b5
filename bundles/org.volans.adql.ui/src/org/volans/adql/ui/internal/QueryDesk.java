package org.volans.adql.ui.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.volans.adql.ui.internal.assist.Checker;
import org.volans.adql.ui.internal.assist.LiveCheck;
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
import org.volans.ui.work.Workplace;

/** What an editor has beside its text: the bar, and the query's service and uploads, remembered with the file. UI thread only. */
final class QueryDesk implements QueryBar.Client {

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
    private final QueryBar bar;
    private final Workplace place;
    private final Uploads uploads;
    private final Knowledge knowledge;
    private final Templates patterns;
    private final Runs runs;
    private final EditorCommands commands;
    private final TemplateMenu menu;
    private final TextWatch text;
    private final Consumer<URI> metadataListener = this::metadataChanged;
    private Runnable refreshAssist = () -> {
        // there is no list yet
    };
    private Optional<IFile> file = Optional.empty();
    private boolean restoring;
    private boolean readable = true;

    QueryDesk(AdqlEditor editor, Composite page, Services services) {
        this.editor = editor;
        this.services = services;
        this.bar = new QueryBar(page, services.list(), this);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new Label(page, SWT.SEPARATOR | SWT.HORIZONTAL));
        this.place = Workplace.quiet(bar);
        this.uploads =
                new Uploads(services.adql(), services.tables(), services.openTables(), page, this::uploadsChanged);
        this.knowledge = new Knowledge(services.adql(), services.metadata(), uploads::schema);
        this.patterns = new Templates(services.adql(), knowledge);
        LiveCheck check = new LiveCheck(
                new Checker(services.adql()), knowledge::known, uploads::schema, uploads::missing, this::found);
        this.text = new TextWatch(editor, knowledge, check, this::edited);
        this.runs = new Runs(editor, bar, uploads, services.folder(), text::refused);
        this.commands = new EditorCommands(editor, services.adql(), runs);
        this.menu = new TemplateMenu(editor, commands, knowledge, patterns);
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

    /** The templates with the names that fit this query. */
    Templates patterns() {
        return patterns;
    }

    /** @param refresh called when more is known of the service's tables */
    void whenMoreIsKnown(Runnable refresh) {
        refreshAssist = refresh;
    }

    void activateCommands() {
        commands.activate(this::chooseUploads);
    }

    /** The editor shows a file, or shows it under another name. */
    void opened(Optional<IFile> opened) {
        if (!opened.equals(file)) {
            file = opened;
            opened.ifPresent(this::recall);
        }
        if (readable) {
            text.follow(opened);
        }
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
        text.stop();
    }

    private void edited() {
        runs.reset();
    }

    private void found(LiveCheck.Findings findings) {
        place.show(() -> {
            bar.showUploads(uploads.all().size(), findings.missing());
            text.show(findings);
        });
    }

    // What is remembered.

    private void recall(IFile from) {
        place.run("Reading the settings of " + from.getName(), m -> FileMemory.of(from), this::restore, failure -> {
            // it is in the log; the query can be written and its service chosen all the same
        });
    }

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
        text.check();
    }

    private void keep() {
        if (restoring || file.isEmpty()) {
            return;
        }
        Optional<URI> url = knowledge.chosen().map(ServiceEntry::url);
        new FileMemory(url, bar.job(), bar.maxrec(), uploads.remembered()).keepSoon(file.get());
    }

    // What is known of the service.

    private void hint() {
        Optional<ServiceEntry> of = knowledge.chosen();
        @Nullable
        String failure = of.map(s -> services.metadata().now(s.url()))
                .map(Known::failure)
                .orElse(null);
        if (of.isEmpty()) {
            bar.hint(Runs.NO_SERVICE);
        } else if (failure != null) {
            bar.hint("The tables of " + of.get().name() + " are not known, so names are not checked: " + failure);
        } else {
            bar.hint("Ctrl+Enter runs the query, Ctrl+Space proposes what fits.");
        }
    }

    private void metadataChanged(URI of) {
        if (knowledge.chosen().filter(s -> s.url().equals(of)).isPresent()) {
            place.show(() -> {
                hint();
                text.check();
                refreshAssist.run();
            });
        }
    }

    private void uploadsChanged() {
        runs.reset();
        keep();
        text.check();
    }

    // The bar.

    @Override
    public void serviceChosen(ServiceEntry chosen) {
        knowledge.choose(Optional.of(chosen));
        runs.reset();
        services.metadata().retry(chosen.url());
        hint();
        keep();
        text.check();
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
        return menu.entries();
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

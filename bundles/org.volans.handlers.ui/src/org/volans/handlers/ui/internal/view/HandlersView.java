package org.volans.handlers.ui.internal.view;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.ViewPart;
import org.volans.api.handler.HandlerRule;
import org.volans.api.handler.HandlerService;
import org.volans.api.handler.HandlerService.Known;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampService;
import org.volans.handlers.ui.internal.host.LatestNotes;
import org.volans.handlers.ui.internal.host.Outcomes;
import org.volans.handlers.ui.internal.host.ProjectRules;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Throttle;
import org.volans.ui.work.Workplace;

/** The rules by which handlers run, and what came of them. UI thread only. */
@NonNullByDefault({})
public final class HandlersView extends ViewPart implements RuleActions.Desk {

    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

    @Inject
    private HandlerService handlers;

    @Inject
    private ProjectRules rules;

    @Inject
    private Outcomes outcomes;

    @Inject
    private LatestNotes notes;

    @Inject
    private SampService samp;

    /** What the view shows. */
    private record Shown(List<RuleRow> rows, Optional<String> fault) {}

    /** What the dialog offers. */
    private record Offer(List<Known> handlers, List<String> programs) {}

    private HandlersPane pane;
    private RuleActions actions;
    private Workplace reading;
    private Workplace writing;
    private Workplace asking;
    private Runnable changed;
    private int wanted = -1;

    /** What could not be done last. */
    private String complaint = "";

    @Override
    public void createPartControl(Composite parent) {
        pane = new HandlersPane(parent, outcomes, this::openFile);
        reading = Workplace.quiet(pane.state());
        writing = Workplace.quiet(pane.state());
        asking = Workplace.quiet(pane.state());
        actions = new RuleActions(pane.rules(), this);
        actions.fill(getViewSite().getActionBars());
        getSite().getWorkbenchWindow().getWorkbench().getHelpSystem().setHelp(pane.state(), "org.volans.help.handlers");
        Throttle throttle = new Throttle(pane.state(), this::read);
        changed = throttle::wish;
        rules.addListener(changed);
        outcomes.addListener(changed);
        notes.addListener(changed);
        read();
    }

    @Override
    public void dispose() {
        if (changed != null) {
            rules.removeListener(changed);
            outcomes.removeListener(changed);
            notes.removeListener(changed);
        }
        super.dispose();
    }

    @Override
    public void setFocus() {
        rules.lookOnDisk();
        if (pane.state().showsContent()) {
            pane.rules().viewer().getTable().setFocus();
        } else {
            pane.state().setFocus();
        }
    }

    private void read() {
        reading.run(
                "Reading the rules for handlers",
                monitor -> new Shown(RuleRow.of(rules.rules(), handlers.handlers()), rules.fault()),
                this::show,
                failure -> pane.state().showFailure("The rules cannot be shown", failure));
    }

    private void show(Shown shown) {
        pane.notes().show(notes.all());
        pane.say(shown.fault()
                .map(f -> Character.toUpperCase(f.charAt(0)) + f.substring(1) + ". The last good rules stay in force.")
                .orElse(complaint));
        pane.rules().show(shown.rows());
        if (wanted >= 0 && wanted < shown.rows().size()) {
            pane.rules().select(wanted);
            wanted = -1;
        }
        actions.enable();
        if (shown.rows().isEmpty() && shown.fault().isEmpty()) {
            pane.state()
                    .showEmpty(
                            "No handlers",
                            "Plug-ins with handlers say what is done when a row is highlighted, a position is pointed at,"
                                    + " or a table or an image arrives. None is installed.");
        } else if (!pane.state().showsContent()) {
            pane.state().showContent();
        }
    }

    // for the actions

    @Override
    public List<HandlerRule> rules() {
        return rules.rules();
    }

    @Override
    public void ask(Optional<HandlerRule> before, Consumer<HandlerRule> then) {
        asking.run(
                "Looking for handlers",
                monitor -> new Offer(
                        handlers.handlers(),
                        samp.clients().stream().map(SampClient::name).distinct().toList()),
                offer -> new RuleDialog(getSite().getShell(), offer.handlers(), offer.programs(), before)
                        .ask()
                        .ifPresent(then),
                this::failed);
    }

    @Override
    public void change(List<HandlerRule> changedRules, int selected) {
        wanted = selected;
        complaint = "";
        writing.run(
                "Saving the rules for handlers",
                monitor -> {
                    rules.change(changedRules);
                    return true;
                },
                done -> read(),
                this::failed);
    }

    private void failed(Failure failure) {
        complain(failure.message());
    }

    private void complain(String words) {
        complaint = words;
        // the boxes as they are
        read();
    }

    @Override
    public void openFile() {
        if (!rules.file().exists()) {
            complain("There is no " + ProjectRules.FILE + " yet: it is made at the first change of a rule.");
            return;
        }
        try {
            IDE.openEditor(getSite().getPage(), rules.file(), TEXT_EDITOR);
        } catch (PartInitException e) {
            failed(Failure.of(e));
        }
    }
}

package org.volans.samp.ui.internal.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.volans.api.VoException;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampRecorder;
import org.volans.api.samp.SampService;
import org.volans.api.samp.SampState;
import org.volans.samp.ui.internal.send.SendMenuAction;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.widgets.Copy;
import org.volans.ui.widgets.Icons;
import org.volans.ui.work.Workplace;

/** What can be done in the SAMP view. UI thread only. */
@NonNullByDefault({})
final class SampActions {

    private static final String PLUGIN = "org.volans.samp.ui";

    private final SampView view;
    private final SampPane pane;
    private final SampService samp;
    private final SampRecorder recorder;
    private final Workplace sending;
    private final Recordings recordings;
    private final Action join;
    private final Action leave;
    private final Action hub;
    private final Action web;
    private final Action again;
    private final Action copy;
    private final Action clear;

    SampActions(SampView view, SampPane pane, SampService samp, SampRecorder recorder, ProjectFolder project) {
        this.view = view;
        this.pane = pane;
        this.samp = samp;
        this.recorder = recorder;
        sending = new Workplace(pane.state());
        recordings =
                new Recordings(pane.state(), recorder, project, view.getSite().getPage(), view::failed);
        join = action("Join", "join", "Join the running hub", view::join);
        leave = action("Leave", "leave", "Take part no more; a hub of ours ends", view::leave);
        hub = action("Start a Hub", "hub", "Start a hub that other programs can join", view::startHub);
        web = new Action("Allow Web Pages", IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                view.web(isChecked());
            }
        };
        web.setImageDescriptor(Icons.descriptor(PLUGIN, "web"));
        web.setToolTipText("Let programs in web pages ask to join our hub (Web Profile); you are asked about each");
        again = action("Send Again", "again", "Send the selected messages again", this::again);
        copy = action("Copy", "copy", "Copy the selected messages as text", this::copy);
        clear = action("Clear", "clear", "Show nothing of what was said until now", view::clear);
    }

    static Action action(String label, String icon, String tip, Runnable run) {
        Action action = new Action(label) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setImageDescriptor(Icons.descriptor(PLUGIN, icon));
        action.setToolTipText(tip);
        return action;
    }

    void fill(IViewSite site) {
        IActionBars bars = site.getActionBars();
        IToolBarManager tools = bars.getToolBarManager();
        tools.add(join);
        tools.add(leave);
        tools.add(hub);
        tools.add(web);
        tools.add(new Separator());
        tools.add(new SendMenuAction(site.getPage()));
        tools.add(again);
        tools.add(new Separator());
        tools.add(recordings.record());
        tools.add(recordings.replay());
        tools.add(new Separator());
        tools.add(clear);
        IMenuManager menu = bars.getMenuManager();
        menu.add(action(
                "SAMP Preferences…",
                "settings",
                "What Volans does when it starts",
                () -> PreferencesUtil.createPreferenceDialogOn(
                                site.getShell(), "org.volans.samp.ui.preferences", null, null)
                        .open()));
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
        logMenu();
        clientMenu();
        update(new SampState.Off());
    }

    private void logMenu() {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(m -> {
            boolean some = !pane.log().selected().isEmpty();
            again.setEnabled(some);
            copy.setEnabled(some);
            m.add(again);
            m.add(copy);
            m.add(new Separator());
            m.add(clear);
        });
        pane.log().widget().setMenu(menu.createContextMenu(pane.log().widget()));
        pane.log().widget().addListener(SWT.Selection, e -> enable());
        pane.log().widget().addDisposeListener(e -> menu.dispose());
    }

    private void clientMenu() {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(m -> view.selectedClient().ifPresent(client -> {
            m.add(action("Ping", "ping", "Ask whether it is there", () -> view.ping(client)));
            m.add(action("Copy What It Says of Itself", "copy", "", () -> Copy.text(words(client))));
        }));
        Tree tree = pane.clients().viewer().getTree();
        tree.setMenu(menu.createContextMenu(tree));
        tree.addDisposeListener(e -> menu.dispose());
    }

    private static String words(SampClient client) {
        String metadata = client.metadata().entrySet().stream()
                .map(e -> e.getKey() + "\t" + e.getValue())
                .collect(Collectors.joining("\n"));
        return client.id() + "\n" + metadata + "\n" + String.join("\n", client.subscriptions());
    }

    /** What is possible in a state. */
    void update(SampState state) {
        boolean ours = state instanceof SampState.Joined joined && joined.ours();
        join.setEnabled(state instanceof SampState.Off);
        leave.setEnabled(!(state instanceof SampState.Off));
        hub.setEnabled(!(state instanceof SampState.Joined));
        web.setEnabled(ours);
        web.setChecked(state instanceof SampState.Joined joined && joined.web());
        enable();
    }

    private void enable() {
        boolean some = !pane.log().selected().isEmpty();
        again.setEnabled(some);
        copy.setEnabled(some);
    }

    private void again() {
        view.calm();
        // the oldest first, as they were said
        List<SampExchange> chosen = pane.log().selected().reversed();
        sending.run(
                "Sending messages again",
                monitor -> {
                    for (SampExchange exchange : chosen) {
                        recorder.replay(List.of(exchange), receiver(exchange), monitor);
                    }
                    return chosen.size();
                },
                done -> enable(),
                view::failed);
    }

    /** Outside of the UI thread. What came from somebody goes to all who take it. */
    private Optional<SampClient> receiver(SampExchange exchange) throws VoException {
        if (!exchange.sent()) {
            return Optional.empty();
        }
        Optional<SampClient> same = samp.clients().stream()
                .filter(c -> c.id().equals(exchange.peer().id()))
                .findFirst();
        return Optional.of(
                same.isPresent() ? same.get() : samp.client(exchange.peer().name()));
    }

    private void copy() {
        if (pane.state().getDisplay().getFocusControl() instanceof Text text) {
            text.copy();
            return;
        }
        Copy.text(pane.log().selected().stream().map(ExchangeText::full).collect(Collectors.joining("\n\n")));
    }

    void close() {
        recordings.close();
    }
}

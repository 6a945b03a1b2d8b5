package org.volans.discovery.ui.internal.view;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IViewPart;
import org.volans.discovery.ui.internal.Editors;
import org.volans.discovery.ui.internal.QueryFiles;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;
import org.volans.ui.widgets.Copy;
import org.volans.ui.widgets.Icons;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** The Discovery view's tool bar, its menu and the context menu. UI thread only. */
@NonNullByDefault({})
final class DiscoveryActions {

    private final IViewPart view;
    private final DiscoveryPane pane;
    private final ProjectFolder folder;
    private final ServiceList known;
    private final Workplace workplace;
    private final Action ask;
    private final Action stop;
    private final Action again;
    private final Action open;
    private final Action refresh;

    DiscoveryActions(IViewPart view, DiscoveryPane pane, ProjectFolder folder, ServiceList known) {
        this.view = view;
        this.pane = pane;
        this.folder = folder;
        this.known = known;
        this.workplace = new Workplace(control());
        ask = action("Ask All Services", "run", pane::ask);
        stop = action("Stop Asking", "stop", pane.asking()::stop);
        again = action("Ask Again All That Failed", "again", pane::askFailedAgain);
        open = action("Open Result Table", "open", pane.asking()::open);
        refresh = action("Find Services in the Registry Again", "refresh", pane::findServices);
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(m -> fill(menu));
        pane.services().setMenu(menu);
    }

    private static Action action(String title, String icon, Runnable run) {
        Action action = new Action(title, Icons.descriptor("org.volans.discovery.ui", icon)) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setToolTipText(title);
        action.setId("org.volans.discovery.ui." + icon);
        return action;
    }

    private static Action action(String title, Runnable run, boolean enabled) {
        Action action = new Action(title) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setEnabled(enabled);
        return action;
    }

    private Control control() {
        return pane.services().viewer().getControl();
    }

    /** In a narrow window a longer tool bar would take a line of its own, and with it a service's. */
    void fill(IActionBars bars) {
        IToolBarManager bar = bars.getToolBarManager();
        bar.add(stop);
        IMenuManager menu = bars.getMenuManager();
        menu.add(ask);
        menu.add(again);
        menu.add(open);
        menu.add(refresh);
        bars.updateActionBars();
    }

    /** What can be done now. */
    void update() {
        ask.setEnabled(!pane.asking().busy());
        stop.setEnabled(pane.asking().busy());
        again.setEnabled(
                !pane.asking().busy() && pane.services().rows().stream().anyMatch(ServiceRow::failed));
        open.setEnabled(pane.asking().hasMatches());
    }

    private void fill(MenuManager menu) {
        List<ServiceRow> rows = pane.services().selected();
        boolean some = !rows.isEmpty();
        boolean sent = has(rows, row -> !row.adql().isEmpty());
        menu.add(action(
                "Ask Again",
                () -> pane.asking().again(rows),
                !pane.asking().busy() && has(rows, row -> row.state() != ServiceRow.State.NOT_ASKED)));
        menu.add(again);
        menu.add(new Separator());
        menu.add(action(
                "Copy Message",
                () -> copy(rows.getFirst().says()),
                has(rows, r -> !r.says().isEmpty())));
        menu.add(action("Copy ADQL", () -> copy(adql(rows)), sent));
        menu.add(action("Open ADQL as a File", () -> openAdql(rows.getFirst()), sent));
        menu.add(action("Add to Services", () -> add(rows), some));
        menu.add(new Separator());
        menu.add(action("Check All", () -> pane.services().viewer().setAllChecked(true), true));
        menu.add(action("Uncheck All", () -> pane.services().viewer().setAllChecked(false), true));
    }

    private static boolean has(List<ServiceRow> rows, Predicate<ServiceRow> what) {
        return !rows.isEmpty() && rows.stream().allMatch(what);
    }

    private static String adql(List<ServiceRow> rows) {
        return rows.stream().map(ServiceRow::adql).distinct().collect(Collectors.joining(";\n\n"));
    }

    private void copy(String text) {
        Copy.text(text);
    }

    private void openAdql(ServiceRow row) {
        String about = "Asked of " + row.service().name() + "\nService: "
                + row.service().url() + "\nUpload: pos = position_index, ra, dec";
        workplace.run(
                "Writing the ADQL sent to " + row.service().name(),
                monitor -> QueryFiles.write(
                        folder,
                        "discovery " + row.service().name(),
                        about,
                        row.service().url(),
                        row.adql(),
                        Map.of()),
                this::edit,
                this::failed);
    }

    private void edit(IFile file) {
        Editors.open(view.getSite().getPage(), file, Ids.ADQL_EDITOR);
    }

    private void add(List<ServiceRow> rows) {
        workplace.run(
                "Adding services",
                monitor -> {
                    for (ServiceRow row : rows) {
                        known.add(new ServiceEntry(
                                row.service().name(),
                                row.service().ivoid(),
                                row.service().url()));
                    }
                    return rows;
                },
                added -> {
                    // the Services view shows them
                },
                this::failed);
    }

    private void failed(Failure failure) {
        MessageDialog.openError(view.getSite().getShell(), "Discovery", failure.message());
    }
}

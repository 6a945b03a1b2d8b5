package org.volans.tap.ui.internal.jobs;

import java.util.List;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.actions.ActionFactory;
import org.volans.tap.ui.internal.Actions;

/** Tool bar, context menu and keys of the Jobs view. UI thread only. */
final class JobMenus {

    private final IAction result;
    private final IAction query;
    private final IAction abort;
    private final IAction delete;
    private final IAction forget;
    private final IAction refresh;

    JobMenus(JobsPane pane, Runnable reload) {
        result = Actions.own("Fetch Result", "fetch", pane::openResult);
        query = Actions.own("Open as Query", "query", pane::openQuery);
        abort = Actions.own("Abort", "abort", pane::abort);
        delete = Actions.shared("Delete…", ISharedImages.IMG_TOOL_DELETE, pane::delete);
        forget = Actions.own("Forget", "forget", pane::forget);
        refresh = Actions.own("Refresh", "refresh", reload);
        delete.setToolTipText("Delete the job at its service");
        forget.setToolTipText("Take the job out of this list and leave it at its service");
        update(List.of());
    }

    /** Puts them where they belong. */
    void install(IViewSite site, Table table) {
        IActionBars bars = site.getActionBars();
        IToolBarManager bar = bars.getToolBarManager();
        bar.add(result);
        bar.add(query);
        bar.add(new Separator());
        bar.add(abort);
        bar.add(delete);
        bar.add(forget);
        bar.add(new Separator());
        bar.add(refresh);
        bars.setGlobalActionHandler(ActionFactory.DELETE.getId(), delete);
        bars.setGlobalActionHandler(ActionFactory.REFRESH.getId(), refresh);
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        table.setMenu(menu.createContextMenu(table));
        site.registerContextMenu(menu, site.getSelectionProvider());
    }

    private void fill(IMenuManager menu) {
        menu.add(result);
        menu.add(query);
        menu.add(new Separator());
        menu.add(abort);
        menu.add(delete);
        menu.add(forget);
        menu.add(new Separator());
        menu.add(refresh);
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    /** What makes sense now. */
    void update(List<JobRow> selected) {
        boolean one = selected.size() == 1;
        boolean there = one && selected.getFirst().fetched().isPresent();
        result.setText(there ? "Open Result" : "Fetch Result");
        result.setToolTipText(
                there ? "Open the result in the project" : "Fetch the result into the project and open it");
        result.setEnabled(there || one && selected.getFirst().completed());
        query.setEnabled(one);
        abort.setEnabled(selected.stream().anyMatch(JobRow::active));
        delete.setEnabled(!selected.isEmpty());
        forget.setEnabled(!selected.isEmpty());
    }
}

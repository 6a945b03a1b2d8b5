package org.volans.tap.ui.internal.services;

import java.util.List;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.actions.ActionFactory;
import org.volans.tap.ui.internal.Actions;

/** Tool bar, context menu and keys of the Services view. UI thread only. */
final class ServiceMenus {

    private final ServicesPane pane;
    private final IAction add;
    private final IAction preview;
    private final IAction query;
    private final IAction refresh;
    private final IAction remove;
    private final IAction insert;
    private final IAction copy;
    private final IAction collapse;

    ServiceMenus(ServicesPane pane) {
        this.pane = pane;
        add = Actions.own("Add Service…", "add", pane::addService);
        preview = Actions.own("Preview", "preview", () -> pane.onTable(pane.actions()::preview));
        query = Actions.own("New Query", "query", () -> pane.onNode(pane.actions()::newQuery));
        refresh = Actions.own("Refresh", "refresh", () -> pane.onNode(pane.actions()::reload));
        remove = Actions.shared("Remove", ISharedImages.IMG_TOOL_DELETE, pane::removeServices);
        insert = Actions.own("Insert into Query", "insert", pane::insert);
        copy = Actions.shared("Copy Name", ISharedImages.IMG_TOOL_COPY, pane::copy);
        collapse = Actions.shared("Collapse All", ISharedImages.IMG_ELCL_COLLAPSEALL, pane::collapseAll);
        update(List.of());
    }

    /** Puts them where they belong. */
    void install(IViewSite site, Tree tree) {
        IActionBars bars = site.getActionBars();
        IToolBarManager bar = bars.getToolBarManager();
        bar.add(preview);
        bar.add(query);
        bar.add(new Separator());
        bar.add(add);
        bar.add(refresh);
        bar.add(collapse);
        bars.setGlobalActionHandler(ActionFactory.DELETE.getId(), remove);
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
        bars.setGlobalActionHandler(ActionFactory.REFRESH.getId(), refresh);
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        tree.setMenu(menu.createContextMenu(tree));
        site.registerContextMenu(menu, site.getSelectionProvider());
    }

    private void fill(IMenuManager menu) {
        List<Node> selected = pane.selected();
        if (!selected.isEmpty()) {
            if (preview.isEnabled()) {
                menu.add(preview);
            }
            query.setText(selected.getFirst() instanceof ExampleNode ? "Open as Query" : "New Query");
            menu.add(query);
            menu.add(new Separator());
            copy.setText(
                    switch (selected.getFirst()) {
                        case ServiceNode s -> "Copy URL";
                        case ExampleNode e -> "Copy Query";
                        default -> "Copy Name";
                    });
            if (insert.isEnabled()) {
                menu.add(insert);
            }
            menu.add(copy);
            menu.add(new Separator());
            refresh.setText(selected.getFirst() instanceof Note ? "Try Again" : "Refresh");
            menu.add(refresh);
            if (remove.isEnabled()) {
                menu.add(remove);
            }
            menu.add(new Separator());
        }
        menu.add(add);
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    /** What makes sense now. */
    void update(List<Node> selected) {
        boolean one = selected.size() == 1;
        boolean table = one && (selected.getFirst() instanceof TableNode || selected.getFirst() instanceof ColumnNode);
        preview.setEnabled(table);
        query.setEnabled(one);
        refresh.setEnabled(one);
        insert.setEnabled(!selected.isEmpty()
                && selected.stream().allMatch(n -> n instanceof TableNode || n instanceof ColumnNode));
        copy.setEnabled(!pane.textOf(selected).isEmpty());
        remove.setEnabled(selected.stream().anyMatch(ServiceNode.class::isInstance));
    }
}

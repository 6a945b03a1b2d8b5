package org.volans.table.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.volans.api.table.PositionColumns;
import org.volans.table.ui.internal.grid.Grid;
import org.volans.table.ui.internal.grid.Grid.Hit;
import org.volans.table.ui.internal.rows.SortKey;
import org.volans.table.ui.internal.save.Copying;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.widgets.Icons;

/** What can be done with a row, a cell or a column; commands of others stand in it too. UI thread only. */
final class RowMenu {

    /** Where {@code org.eclipse.ui.menus} contribute: {@code popup:} and this. */
    static final String ID = "org.volans.table.ui.rowMenu";

    /** Group of what others do with a row. */
    static final String ROW_GROUP = "org.volans.row";

    private final DataPage page;
    private final Grid grid;
    private final OpenTable table;
    private final Copying copying;
    private final Links links;
    private final PointAtPosition pointing;

    RowMenu(Context context, DataPage page, Grid grid, OpenTable table) {
        this.page = page;
        this.grid = grid;
        this.table = table;
        this.copying = new Copying(grid, table.table());
        this.links = new Links(context, grid.widget());
        this.pointing = new PointAtPosition(context, table, grid.widget());
        MenuManager menu = new MenuManager("", ID);
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        grid.widget().setMenu(menu.createContextMenu(grid.widget()));
        grid.widget().addDisposeListener(e -> menu.dispose());
        context.site().registerContextMenu(ID, menu, context.selection(), false);
        handle(context, IWorkbenchCommandConstants.EDIT_COPY, this::copy);
        handle(context, IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE, page::focusFilter);
        grid.widget().addListener(SWT.MouseUp, e -> {
            if (e.button == 1 && (e.stateMask & SWT.MOD1) != 0) {
                Hit hit = grid.hit(e.x, e.y);
                grid.link(hit.column(), hit.place()).ifPresent(links::browse);
            }
        });
    }

    /** While this editor is active: its action bars are those of all table editors. */
    private void handle(Context context, String command, Runnable run) {
        IHandlerService handlers = context.site().getService(IHandlerService.class);
        IHandlerActivation activation = handlers.activateHandler(command, new ActionHandler(action("", "", run)));
        grid.widget().addDisposeListener(e -> handlers.deactivateHandler(activation));
    }

    private void copy() {
        if (grid.widget().getDisplay().getFocusControl() instanceof Text text) {
            text.copy();
        } else {
            copying.cells();
        }
    }

    private void fill(IMenuManager menu) {
        Point at = grid.widget().toControl(grid.widget().getDisplay().getCursorLocation());
        Hit hit = grid.hit(at.x, at.y);
        if (hit.header() && hit.column() >= 0) {
            column(menu, hit.column());
            return;
        }
        grid.touch(hit);
        row(menu);
        cell(menu, hit);
        menu.add(new Separator(ROW_GROUP));
        menu.add(new Separator("save"));
        menu.add(action("Save As…", "save", page::saveAs));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    private void row(IMenuManager menu) {
        long row = grid.highlighted();
        if (row >= 0 && PositionColumns.of(table.table()).isPresent()) {
            menu.add(action("Point at Position", "point", () -> pointing.point(row)));
        }
        menu.add(new GroupMarker("row"));
    }

    private void cell(IMenuManager menu, Hit hit) {
        Optional<String> link = grid.link(hit.column(), hit.place());
        link.ifPresent(url -> {
            menu.add(new Separator("links"));
            menu.add(action("Open Link in Browser", "", () -> links.browse(url)));
            menu.add(action("Open Link in Volans", "table", () -> links.fetch(url)));
        });
        menu.add(new Separator("copy"));
        boolean some = grid.highlighted() >= 0;
        menu.add(enabled(some, action("Copy", "copy", copying::cells)));
        menu.add(enabled(some, action("Copy as CSV with Header", "", copying::csv)));
        menu.add(enabled(
                some && hit.column() >= 0,
                action("Copy Cell Text", "", () -> copying.cell(hit.column(), hit.place()))));
    }

    private void column(IMenuManager menu, int column) {
        menu.add(action("Sort Ascending", "", () -> grid.sort(List.of(new SortKey(column, false)))));
        menu.add(action("Sort Descending", "", () -> grid.sort(List.of(new SortKey(column, true)))));
        menu.add(enabled(!grid.sortKeys().isEmpty(), action("Order of the File", "", () -> grid.sort(List.of()))));
        menu.add(new Separator());
        menu.add(enabled(grid.columns().shown().size() > 1, action("Hide Column", "", () -> {
            List<Integer> rest = new ArrayList<>(grid.columns().shown());
            rest.remove(Integer.valueOf(column));
            grid.columns().show(rest);
        })));
        menu.add(action("Choose Columns…", "columns", () -> ColumnChooser.open(page.getShell(), table.table(), grid)));
        menu.add(action("Freeze up to Here", "", () -> grid.columns().freeze(column)));
        menu.add(enabled(grid.columns().frozen(), action("Unfreeze", "", grid.columns()::unfreeze)));
        menu.add(action("Fit All Columns", "fit", grid.columns()::fit));
        menu.add(new Separator());
        menu.add(action(
                "Copy Column Name",
                "",
                () -> copying.text(
                        String.valueOf(table.table().getColumnInfo(column).getName()))));
    }

    private static IAction enabled(boolean enabled, IAction action) {
        action.setEnabled(enabled);
        return action;
    }

    private static IAction action(String label, String icon, Runnable run) {
        Action action = new Action(label) {
            @Override
            public void run() {
                run.run();
            }
        };
        if (!icon.isEmpty()) {
            action.setImageDescriptor(Icons.descriptor(DataTools.PLUGIN, icon));
        }
        return action;
    }
}

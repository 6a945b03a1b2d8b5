package org.volans.sed.ui.internal;

import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.volans.api.sed.SedPlot.XAxis;
import org.volans.api.sed.SedPlot.YAxis;
import org.volans.ui.widgets.Copy;
import org.volans.ui.widgets.Icons;

/** Tool bar and menus of the SED view. */
final class SedActions {

    private static final String BUNDLE = "org.volans.sed.ui";

    /** Where the radio begins, in metres. */
    private static final double RADIO = 3e-4;

    private final SedView view;
    private final SedPane pane;
    private final SedExport export;

    SedActions(SedView view, SedPane pane, SedExport export) {
        this.view = view;
        this.pane = pane;
        this.export = export;
    }

    void fill(IActionBars bars) {
        IToolBarManager bar = bars.getToolBarManager();
        bar.add(menu("Axes", "axes", "Choose what the axes show", this::axes));
        bar.add(action("Show All Points", "fit", "Fit all points into view (double click)", this::fit));
        bar.add(new Separator());
        bar.add(toggle(
                "Keep Objects", "keep", "Keep objects to compare: rows highlighted next are added", view::keep, false));
        bar.add(action("Clear Others", "clear", "Leave the last object only", a -> view.clear()));
        bar.add(new Separator());
        Action points = toggle(
                "Show Points",
                "points",
                "Show the points and the columns not used below",
                pane::showTables,
                pane.showsTables());
        pane.whenTablesShown(points::setChecked);
        bar.add(points);
        bar.add(menu("Save", "save", "Save a picture or the points", this::saving));
        showing(bars.getMenuManager());
        axes(submenu(bars, "Axes"));
        saving(submenu(bars, "Save"));
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), action("Copy", "save", "", a -> copy()));
        contextMenu(pane.figure().chart().getPlotArea().getControl());
        bars.updateActionBars();
    }

    private static MenuManager submenu(IActionBars bars, String label) {
        MenuManager menu = new MenuManager(label);
        bars.getMenuManager().add(menu);
        return menu;
    }

    private void contextMenu(Control control) {
        MenuManager menu = new MenuManager();
        showing(menu);
        MenuManager axes = new MenuManager("Axes");
        axes(axes);
        menu.add(axes);
        menu.add(new Separator());
        saving(menu);
        control.setMenu(menu.createContextMenu(control));
    }

    private void fit(Action action) {
        pane.figure().fit();
    }

    /** A point of the radio, decades away, leaves the others a corner of the chart: either side can be had alone. */
    private void showing(IMenuManager menu) {
        menu.add(action("Show All Points", "fit", "", this::fit));
        menu.add(action(
                "Show Optical and Infrared", "", "", a -> pane.figure().fit(point -> point.wavelength() < RADIO)));
        menu.add(action("Show Radio", "", "", a -> pane.figure().fit(point -> point.wavelength() >= RADIO)));
    }

    private void copy() {
        if (pane.figure().seds().isEmpty()) {
            return;
        }
        Copy.text(pane.tables().text());
    }

    private void axes(MenuManager menu) {
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(m -> {
            for (XAxis x : XAxis.values()) {
                m.add(radio(
                        Scale.name(x),
                        x == pane.figure().xAxis(),
                        () -> pane.axes(x, pane.figure().yAxis())));
            }
            m.add(new Separator());
            for (YAxis y : YAxis.values()) {
                m.add(radio(
                        Scale.name(y),
                        y == pane.figure().yAxis(),
                        () -> pane.axes(pane.figure().xAxis(), y)));
            }
        });
        menu.add(new Separator());
    }

    private void saving(MenuManager menu) {
        menu.add(inChart("Save Picture into Project (PNG)", () -> export.intoProject("png")));
        menu.add(inChart("Save Picture into Project (SVG)", () -> export.intoProject("svg")));
        menu.add(inChart("Save Points into Project (VOTable)", () -> export.intoProject("vot")));
        menu.add(inChart("Save Points into Project (CSV)", () -> export.intoProject("csv")));
        menu.add(inChart("Save As\u2026", export::intoChosenFile));
        menu.add(new Separator());
        menu.add(inChart("Copy Picture", export::copyPicture));
    }

    private Action inChart(String label, Runnable run) {
        return action(label, "", "", a -> {
            if (pane.figure().seds().isEmpty()) {
                pane.say("There is no SED to save yet", null);
            } else {
                run.run();
            }
        });
    }

    private static Action radio(String label, boolean checked, Runnable run) {
        Action action = new Action(label, IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                if (isChecked()) {
                    run.run();
                }
            }
        };
        action.setChecked(checked);
        return action;
    }

    private static Action action(String label, String icon, String tip, Consumer<Action> run) {
        return dress(
                new Action(label) {
                    @Override
                    public void run() {
                        run.accept(this);
                    }
                },
                icon,
                tip);
    }

    private static Action toggle(String label, String icon, String tip, Consumer<Boolean> run, boolean checked) {
        Action action = dress(
                new Action(label, IAction.AS_CHECK_BOX) {
                    @Override
                    public void run() {
                        run.accept(isChecked());
                    }
                },
                icon,
                tip);
        action.setChecked(checked);
        return action;
    }

    private static Action menu(String label, String icon, String tip, Consumer<MenuManager> fill) {
        MenuManager menu = new MenuManager();
        fill.accept(menu);
        Action action = dress(
                new Action(label, IAction.AS_DROP_DOWN_MENU) {
                    @Override
                    @NonNullByDefault({})
                    public void runWithEvent(Event event) {
                        if (event.widget instanceof ToolItem item) {
                            Menu shown = menu.createContextMenu(item.getParent());
                            Rectangle at = item.getBounds();
                            shown.setLocation(item.getParent().toDisplay(at.x, at.y + at.height));
                            shown.setVisible(true);
                        }
                    }
                },
                icon,
                tip);
        action.setMenuCreator(new IMenuCreator() {
            @Override
            @NonNullByDefault({})
            public Menu getMenu(Control parent) {
                return menu.createContextMenu(parent);
            }

            @Override
            @NonNullByDefault({})
            public @Nullable Menu getMenu(Menu parent) {
                return null;
            }

            @Override
            public void dispose() {
                menu.dispose();
            }
        });
        return action;
    }

    private static Action dress(Action action, String icon, String tip) {
        action.setToolTipText(tip.isEmpty() ? action.getText() : tip);
        if (!icon.isEmpty()) {
            action.setImageDescriptor(Icons.descriptor(BUNDLE, icon));
        }
        return action;
    }
}

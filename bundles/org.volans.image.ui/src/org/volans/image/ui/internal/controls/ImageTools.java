package org.volans.image.ui.internal.controls;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.volans.api.image.ColorMap;
import org.volans.api.image.Cut;
import org.volans.api.image.Shading;
import org.volans.api.image.Stretch;
import org.volans.image.ui.internal.Look;
import org.volans.image.ui.internal.canvas.Navigation;
import org.volans.ui.widgets.Icons;

/** The tool bar above the picture. UI thread only. */
public final class ImageTools {

    private static final double[] PERCENTAGES = {99.9, 99.5, 99, 98, 95, 90};

    private final LookHost host;
    private final ToolBar bar;
    private final Swatches swatches;
    private final ToolItem stretch;
    private final ToolItem cut;
    private final ToolItem colors;
    private final ToolItem grid;
    private final ToolItem compass;
    private final ToolItem colorBar;

    /**
     * @param fillCatalogues fills the menu of catalogues each time it opens
     * @param fillSave       fills the menu of what can be saved
     */
    public ImageTools(
            Composite parent,
            LookHost host,
            Navigation navigation,
            Consumer<Boolean> showLevels,
            Consumer<Menu> fillCatalogues,
            Consumer<Menu> fillSave) {
        this.host = host;
        bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT | SWT.HORIZONTAL);
        swatches = new Swatches(bar);
        zoomTools(navigation);
        stretch = dropDown("image.stretch", "Stretch: how values are spread over the colours", this::fillStretch);
        cut = dropDown("image.cut", "Cut: which values get the first and the last colour", this::fillCut);
        colors = dropDown("image.colormap", "Colour map", this::fillColors);
        stretch.setImage(Icons.image("org.volans.image.ui", "stretch"));
        cut.setImage(Icons.image("org.volans.image.ui", "cut"));
        check("image.levels", "levels", "Histogram and limits", showLevels);
        new ToolItem(bar, SWT.SEPARATOR);
        grid = check(
                "image.grid",
                "grid",
                "Coordinate grid",
                on -> host.look(host.look().withGrid(on)));
        compass = check(
                "image.compass",
                "compass",
                "North and east, scale bar and beam",
                on -> host.look(host.look().withCompass(on)));
        colorBar = check(
                "image.colorbar",
                "colorbar",
                "Colour bar",
                on -> host.look(host.look().withColorBar(on)));
        new ToolItem(bar, SWT.SEPARATOR);
        menus(fillCatalogues, fillSave);
        update();
    }

    private void zoomTools(Navigation navigation) {
        push("image.fit", "fit", "Show all of the image (0)", navigation::fit);
        push("image.oneToOne", "one", "One screen pixel for each pixel (1)", navigation::oneToOne);
        push("image.zoomIn", "zoomin", "Zoom in (+)", navigation::zoomIn);
        push("image.zoomOut", "zoomout", "Zoom out (−)", navigation::zoomOut);
        new ToolItem(bar, SWT.SEPARATOR);
    }

    private void menus(Consumer<Menu> fillCatalogues, Consumer<Menu> fillSave) {
        ToolItem catalogues =
                dropDown("image.catalogues", "Mark the positions of a table that is open", fillCatalogues);
        catalogues.setImage(Icons.image("org.volans.image.ui", "marks"));
        ToolItem save = dropDown("image.save", "Save or copy what is shown", fillSave);
        save.setImage(Icons.image("org.volans.image.ui", "save"));
    }

    /** The widget. */
    public ToolBar control() {
        return bar;
    }

    /** Shows the look of the host. */
    public void update() {
        Look look = host.look();
        stretch.setText(Look.name(look.shading().stretch()));
        cut.setText(Look.name(look.cut()));
        colors.setImage(swatches.of(look.shading()));
        boolean sky = host.opened().filter(o -> o.plane().wcs().isEmpty()).isEmpty();
        grid.setEnabled(sky);
        compass.setEnabled(sky);
        grid.setSelection(look.grid());
        compass.setSelection(look.compass());
        colorBar.setSelection(look.colorBar());
        bar.getParent().layout();
    }

    private ToolItem item(int style, String id, String tip) {
        ToolItem item = new ToolItem(bar, style);
        item.setToolTipText(tip);
        item.setData("org.volans.id", id);
        return item;
    }

    private void push(String id, String icon, String tip, Runnable run) {
        ToolItem item = item(SWT.PUSH, id, tip);
        item.setImage(Icons.image("org.volans.image.ui", icon));
        item.addListener(SWT.Selection, e -> run.run());
    }

    private ToolItem check(String id, String icon, String tip, Consumer<Boolean> run) {
        ToolItem item = item(SWT.CHECK, id, tip);
        item.setImage(Icons.image("org.volans.image.ui", icon));
        item.addListener(SWT.Selection, e -> run.accept(item.getSelection()));
        return item;
    }

    private ToolItem dropDown(String id, String tip, Consumer<Menu> fill) {
        ToolItem item = item(SWT.DROP_DOWN, id, tip);
        Menu menu = new Menu(bar);
        item.addDisposeListener(e -> menu.dispose());
        item.setData("org.volans.menu", menu);
        menu.addListener(SWT.Show, e -> {
            for (MenuItem old : menu.getItems()) {
                old.dispose();
            }
            fill.accept(menu);
        });
        item.addListener(SWT.Selection, e -> {
            Rectangle area = item.getBounds();
            Point corner = bar.toDisplay(area.x, area.y + area.height);
            menu.setLocation(corner);
            menu.setVisible(true);
        });
        return item;
    }

    private static void radio(Menu menu, String text, boolean on, Runnable run) {
        MenuItem item = new MenuItem(menu, SWT.RADIO);
        item.setText(text);
        item.setSelection(on);
        item.addListener(SWT.Selection, e -> chosen(e, run));
    }

    /** A radio item also tells when another one takes its place. */
    private static void chosen(Event e, Runnable run) {
        if (e.widget instanceof MenuItem item && item.getSelection()) {
            run.run();
        }
    }

    private void fillStretch(Menu menu) {
        Shading now = host.look().shading();
        for (Stretch s : Stretch.values()) {
            radio(menu, Look.name(s), s == now.stretch(), () -> shade(new Shading(s, now.colorMap(), now.inverted())));
        }
    }

    private void fillCut(Menu menu) {
        cut(menu, new Cut.ZScale());
        cut(menu, new Cut.MinMax());
        for (double percent : PERCENTAGES) {
            cut(menu, new Cut.Percent(percent));
        }
        host.opened().ifPresent(o -> cut(menu, new Cut.Between(o.limits())));
    }

    private void cut(Menu menu, Cut choice) {
        Cut now = host.look().cut();
        boolean on = choice.equals(now) || choice instanceof Cut.Between && now instanceof Cut.Between;
        String more = choice instanceof Cut.Between ? ": keep these limits" : "";
        radio(menu, Look.name(choice) + more, on, () -> host.look(host.look().with(choice)));
    }

    private void fillColors(Menu menu) {
        Shading now = host.look().shading();
        for (ColorMap map : ColorMap.values()) {
            Shading shading = new Shading(now.stretch(), map, now.inverted());
            radio(menu, Look.name(map), map == now.colorMap(), () -> shade(shading));
            menu.getItem(menu.getItemCount() - 1).setImage(swatches.of(shading));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem invert = new MenuItem(menu, SWT.CHECK);
        invert.setText("Invert");
        invert.setSelection(now.inverted());
        invert.addListener(
                SWT.Selection, e -> shade(new Shading(now.stretch(), now.colorMap(), invert.getSelection())));
    }

    private void shade(Shading shading) {
        host.look(host.look().with(shading));
    }
}

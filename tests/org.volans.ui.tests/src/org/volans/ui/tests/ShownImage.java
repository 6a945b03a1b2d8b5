package org.volans.ui.tests;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.volans.ui.Ids;
import org.volans.ui.widgets.StatePane;

/**
 * An image editor and what a person does with it.
 *
 * @param editor that shows a file
 */
record ShownImage(IEditorPart editor) {

    /** Size of {@link #field}. */
    static final int NX = 120;

    static final int NY = 90;

    /** Degrees that its pixels are wide. */
    static final double SCALE = 0.05;

    /** A tangential image whose pixels count from 0, about the tutorial's field. */
    static IFile field() throws Exception {
        List<String> cards = new ArrayList<>(FitsFiles.tan(60, 45, SCALE));
        cards.add(FitsFiles.card("BUNIT", "'Jy/beam'"));
        return new FitsFiles().image(new long[] {NX, NY}, i -> i, cards).write("field.fits");
    }

    /** Opens a file and waits until it is shown. */
    static ShownImage open(IFile file) throws PartInitException {
        ShownImage image = new ShownImage(IDE.openEditor(Ui.page(), file, Ids.IMAGE_EDITOR));
        Ui.until(file.getName() + " is shown", () -> image.state().showsContent());
        return image;
    }

    /** The pane that holds the picture or says why there is none. */
    StatePane state() {
        return Ui.all(editor, StatePane.class).getFirst();
    }

    <T extends Control> T named(Class<T> kind, String id) {
        return Ui.one(editor, kind, c -> id.equals(c.getData("org.volans.id")));
    }

    Canvas canvas() {
        return named(Canvas.class, "image.canvas");
    }

    String label(String id) {
        return named(Label.class, id).getText();
    }

    /** Where a pixel is on the canvas while it shows all of an image of a size. */
    Point at(double x, double y, int nx, int ny) {
        Point size = canvas().getSize();
        double zoom = Math.min((double) size.x / nx, (double) size.y / ny);
        return new Point((int) Math.round(size.x / 2.0 + (x - (nx + 1) / 2.0) * zoom), (int)
                Math.round(size.y / 2.0 - (y - (ny + 1) / 2.0) * zoom));
    }

    void mouse(int type, Point at, int button, int count) {
        Canvas canvas = canvas();
        Event event = new Event();
        event.type = type;
        event.widget = canvas;
        event.display = canvas.getDisplay();
        event.x = at.x;
        event.y = at.y;
        event.button = button;
        event.count = count;
        canvas.notifyListeners(type, event);
    }

    void click(Point at) {
        mouse(SWT.MouseDown, at, 1, 1);
        mouse(SWT.MouseUp, at, 1, 1);
    }

    /** What a field of the read-out says when the mouse is at a point of the canvas. */
    String readOut(Point at, String field) {
        mouse(SWT.MouseMove, at, 0, 0);
        Ui.until("the pixel's value is there", () -> !label("image.value").equals("…"));
        return label(field);
    }

    ToolItem tool(String id) {
        return Ui.all(editor, ToolBar.class).stream()
                .flatMap(bar -> List.of(bar.getItems()).stream())
                .filter(item -> id.equals(item.getData("org.volans.id")))
                .findFirst()
                .orElseThrow();
    }

    /** Turns a tool that stays pressed on or off. */
    void press(String id, boolean on) {
        tool(id).setSelection(on);
        Ui.click(tool(id));
    }

    /** Chooses from a tool's menu, filled as if it had opened. */
    void choose(String tool, String begins) {
        Menu menu = (Menu) tool(tool).getData("org.volans.menu");
        Ui.notify(menu, SWT.Show);
        MenuItem item = List.of(menu.getItems()).stream()
                .filter(i -> i.getText().startsWith(begins))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + begins + " in " + List.of(menu.getItems())));
        if ((item.getStyle() & (SWT.CHECK | SWT.RADIO)) != 0) {
            item.setSelection(!item.getSelection());
        }
        Ui.click(item);
    }
}

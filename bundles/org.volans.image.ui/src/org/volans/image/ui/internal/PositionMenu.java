package org.volans.image.ui.internal;

import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.PositionText;
import org.volans.image.ui.internal.canvas.ImageCanvas;
import org.volans.ui.selection.SelectionFollower;
import org.volans.ui.selection.SelectionSource;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.widgets.Copy;

/**
 * The menu of a position. Opening it points at the position first, so that what others contribute below
 * {@code popup:org.volans.image.ui.positionMenu?after=additions} finds it in the selection. UI thread only.
 */
final class PositionMenu {

    private static final String ID = "org.volans.image.ui.positionMenu";
    private static final int DIGITS = 3;

    private final ImageCanvas canvas;
    private final SelectionSource selection;

    PositionMenu(ImageCanvas canvas, Pointing pointing, SelectionSource selection, IEditorSite site) {
        this.canvas = canvas;
        this.selection = selection;
        MenuManager manager = new MenuManager("Position", ID);
        manager.setRemoveAllWhenShown(true);
        manager.addMenuListener(this::fill);
        Menu menu = manager.createContextMenu(canvas);
        canvas.setMenu(menu);
        canvas.addListener(SWT.MenuDetect, e -> {
            Point at = canvas.toControl(e.x, e.y);
            pointing.clicked(at.x, at.y);
        });
        site.registerContextMenu(ID, manager, selection, false);
    }

    private void fill(IMenuManager menu) {
        Optional<Position> position = SelectionFollower.first(selection.getSelection(), SkyPoint.class)
                .map(SkyPoint::position);
        menu.add(action("Copy Position", position.map(p -> () -> copy(PositionText.sexagesimal(p, DIGITS)))));
        menu.add(action("Copy Position in Degrees", position.map(p -> () -> copy(PositionText.degrees(p, 7)))));
        menu.add(action("Centre Here", position.map(p -> () -> centre(p))));
        menu.add(new GroupMarker("position"));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    private static Action action(String name, Optional<Runnable> run) {
        Action action = new Action(name) {
            @Override
            public void run() {
                run.ifPresent(Runnable::run);
            }
        };
        action.setEnabled(run.isPresent());
        return action;
    }

    private void centre(Position position) {
        canvas.scene()
                .flatMap(s -> s.plane().wcs())
                .flatMap(w -> w.toPixel(position))
                .ifPresent(p -> {
                    canvas.view().center(p[0], p[1]);
                    canvas.redraw();
                });
    }

    private void copy(String text) {
        Copy.text(text);
    }
}

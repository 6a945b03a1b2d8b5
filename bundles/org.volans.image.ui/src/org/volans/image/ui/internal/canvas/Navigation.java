package org.volans.image.ui.internal.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.GestureEvent;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.MouseTrackListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;

/** Moving about in the picture by mouse, touch pad and keys. UI thread only. */
public final class Navigation {

    private static final double STEP = 1.25;
    private static final int CLICK = 4;
    private static final int ARROW = 60;

    private final ImageCanvas canvas;
    private final Pointer pointer;
    private int button;
    private Point start = new Point(0, 0);
    private Point last = new Point(0, 0);
    private boolean dragged;
    private double pinched = 1;

    /** Listens to the canvas as long as it lives. */
    public Navigation(ImageCanvas canvas, Pointer pointer) {
        this.canvas = canvas;
        this.pointer = pointer;
        canvas.addMouseListener(MouseListener.mouseDownAdapter(this::down));
        canvas.addMouseListener(MouseListener.mouseUpAdapter(this::up));
        canvas.addMouseMoveListener(this::moved);
        canvas.addMouseTrackListener(MouseTrackListener.mouseExitAdapter(e -> pointer.left()));
        canvas.addListener(SWT.MouseWheel, this::wheel);
        canvas.addListener(SWT.MouseHorizontalWheel, e -> pan(e.count * 20, 0));
        canvas.addGestureListener(this::gesture);
        canvas.addKeyListener(KeyListener.keyPressedAdapter(this::key));
    }

    private void down(MouseEvent e) {
        canvas.setFocus();
        if (e.button == 1 || e.button == 2) {
            button = e.button;
            start = new Point(e.x, e.y);
            last = start;
            dragged = false;
        }
    }

    private void up(MouseEvent e) {
        if (e.button != button) {
            return;
        }
        button = 0;
        canvas.setCursor(null);
        if (!dragged && e.button == 1) {
            pointer.clicked(e.x, e.y);
        }
    }

    private void moved(MouseEvent e) {
        if (button != 0 && (dragged || Math.hypot(e.x - start.x, e.y - start.y) > CLICK)) {
            if (!dragged) {
                canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
            }
            dragged = true;
            pan(e.x - last.x, e.y - last.y);
            last = new Point(e.x, e.y);
        }
        pointer.moved(e.x, e.y);
    }

    private void wheel(Event e) {
        e.doit = false;
        zoom(Math.pow(STEP, Math.signum(e.count) * Math.min(3, Math.max(1, Math.abs(e.count) / 3.0))), e.x, e.y);
        pointer.moved(e.x, e.y);
    }

    private void gesture(GestureEvent e) {
        if (e.detail == SWT.GESTURE_BEGIN) {
            pinched = 1;
        } else if (e.detail == SWT.GESTURE_MAGNIFY && e.magnification > 0) {
            zoom(e.magnification / pinched, e.x, e.y);
            pinched = e.magnification;
        }
    }

    private void key(KeyEvent e) {
        switch (e.keyCode) {
            case SWT.ARROW_LEFT -> pan(ARROW, 0);
            case SWT.ARROW_RIGHT -> pan(-ARROW, 0);
            case SWT.ARROW_UP -> pan(0, ARROW);
            case SWT.ARROW_DOWN -> pan(0, -ARROW);
            case SWT.KEYPAD_ADD -> zoomIn();
            case SWT.KEYPAD_SUBTRACT -> zoomOut();
            default -> character(e.character);
        }
    }

    private void character(char c) {
        switch (c) {
            case '+', '=' -> zoomIn();
            case '-' -> zoomOut();
            case '0' -> fit();
            case '1' -> oneToOne();
            default -> {
                // no key of ours
            }
        }
    }

    private void pan(double dx, double dy) {
        canvas.view().pan(dx, dy);
        canvas.redraw();
    }

    private void zoom(double factor, double x, double y) {
        canvas.view().zoomTo(canvas.view().zoom() * factor, x, y);
        canvas.redraw();
    }

    private void zoomMiddle(double zoom) {
        canvas.view().zoomTo(zoom, canvas.view().width() / 2.0, canvas.view().height() / 2.0);
        canvas.redraw();
    }

    /** Larger about the middle. */
    public void zoomIn() {
        zoomMiddle(canvas.view().zoom() * STEP * STEP);
    }

    /** Smaller about the middle. */
    public void zoomOut() {
        zoomMiddle(canvas.view().zoom() / STEP / STEP);
    }

    /** All of the picture. */
    public void fit() {
        canvas.view().fit();
        canvas.redraw();
    }

    /** A pixel of the screen for each of the image. */
    public void oneToOne() {
        zoomMiddle(100.0 / canvas.getMonitor().getZoom());
    }
}

package org.volans.image.ui.internal.canvas;

/** Told of the mouse upon the picture. UI thread only. */
public interface Pointer {

    /** The mouse is at a canvas point. */
    void moved(int x, int y);

    /** It has left. */
    void left();

    /** The first button was clicked there without dragging. */
    void clicked(int x, int y);
}

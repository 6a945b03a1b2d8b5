package org.volans.ui.selection;

import java.util.List;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;

/**
 * What a part tells the workbench of, for parts whose selection is no viewer's: set it as the selection provider of the
 * part's site. The same selection again tells nobody. UI thread only.
 *
 * <p>Those who listen to what is selected "post" can hear of it when it has been so for a moment: walking over rows with the
 * arrow keys then asks nobody to do work for each.
 */
@NonNullByDefault({})
public final class SelectionSource implements IPostSelectionProvider {

    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private final ListenerList<ISelectionChangedListener> postListeners = new ListenerList<>();
    private final int pause;
    private final Runnable late = this::tellLate;
    private ISelection selection = StructuredSelection.EMPTY;

    /** Tells everybody at once. */
    public SelectionSource() {
        this(0);
    }

    /** @param pause milliseconds after which those who listen "post" are told, unless the selection has changed again */
    public SelectionSource(int pause) {
        this.pause = pause;
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void addPostSelectionChangedListener(ISelectionChangedListener listener) {
        postListeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void removePostSelectionChangedListener(ISelectionChangedListener listener) {
        postListeners.remove(listener);
    }

    /** These things are selected now. */
    public void select(List<?> things) {
        setSelection(new StructuredSelection(things));
    }

    @Override
    public ISelection getSelection() {
        return selection;
    }

    @Override
    public void setSelection(ISelection newSelection) {
        if (newSelection.equals(selection)) {
            return;
        }
        selection = newSelection;
        SelectionChangedEvent event = new SelectionChangedEvent(this, newSelection);
        listeners.forEach(l -> l.selectionChanged(event));
        if (pause == 0) {
            tellLate();
        } else {
            Display.getCurrent().timerExec(pause, late);
        }
    }

    private void tellLate() {
        SelectionChangedEvent event = new SelectionChangedEvent(this, selection);
        postListeners.forEach(l -> l.selectionChanged(event));
    }
}

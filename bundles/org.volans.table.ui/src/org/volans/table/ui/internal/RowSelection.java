package org.volans.table.ui.internal;

import org.eclipse.core.commands.common.EventManager;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;

/**
 * What the editor has selected, for the workbench. Those who listen to what is selected "post" hear of it when it has been
 * so for a moment: walking over rows with the arrow keys asks nobody to do work for each. UI thread.
 */
@NonNullByDefault({})
final class RowSelection extends EventManager implements IPostSelectionProvider {

    private static final int PAUSE_MS = 120;

    private final Posts posts = new Posts();
    private final Runnable late = this::tellLate;
    private ISelection selection = StructuredSelection.EMPTY;

    @Override
    public ISelection getSelection() {
        return selection;
    }

    @Override
    public void setSelection(ISelection now) {
        if (now.equals(selection)) {
            return;
        }
        selection = now;
        SelectionChangedEvent event = new SelectionChangedEvent(this, now);
        for (Object listener : getListeners()) {
            ((ISelectionChangedListener) listener).selectionChanged(event);
        }
        Display.getCurrent().timerExec(PAUSE_MS, late);
    }

    private void tellLate() {
        posts.tell(new SelectionChangedEvent(this, selection));
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        addListenerObject(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        removeListenerObject(listener);
    }

    @Override
    public void addPostSelectionChangedListener(ISelectionChangedListener listener) {
        posts.add(listener);
    }

    @Override
    public void removePostSelectionChangedListener(ISelectionChangedListener listener) {
        posts.remove(listener);
    }

    private static final class Posts extends EventManager {

        void add(ISelectionChangedListener listener) {
            addListenerObject(listener);
        }

        void remove(ISelectionChangedListener listener) {
            removeListenerObject(listener);
        }

        void tell(SelectionChangedEvent event) {
            for (Object listener : getListeners()) {
                ((ISelectionChangedListener) listener).selectionChanged(event);
            }
        }
    }
}

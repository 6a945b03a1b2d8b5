package org.volans.ui.selection;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.ISelectionService;
import org.eclipse.ui.IWorkbenchPartSite;

/**
 * Tells a part of the newest selected thing of one kind, whichever other part or program it is selected in; selections without
 * such a thing change nothing. UI thread only.
 *
 * @param <T> the kind: {@link TableRow}, {@link SkyPoint}, {@link OpenTable}…
 */
public final class SelectionFollower<T> implements AutoCloseable {

    private final ISelectionService service;
    private final ISelectionListener listener;
    private final Class<T> kind;
    private final ReceivedSelection received;
    private final Consumer<Object> receiver;
    private Optional<T> newest = Optional.empty();

    /**
     * Starts following; the listener is told at once of what is selected now in any part that shows.
     *
     * @param site     the follower's own site; what is selected there does not count
     * @param listener on the UI thread, only when the thing differs from the one before
     */
    public SelectionFollower(IWorkbenchPartSite site, Class<T> kind, Consumer<? super T> listener) {
        this.kind = kind;
        this.service = site.getService(ISelectionService.class);
        this.listener = (part, selection) -> {
            if (part != site.getPart()) {
                follow(selection, listener);
            }
        };
        this.received = site.getService(ReceivedSelection.class);
        this.receiver = thing -> receive(thing, listener);
        service.addPostSelectionListener(this.listener);
        received.addListener(receiver);
        present(site).ifPresent(s -> follow(s, listener));
    }

    /** The newest thing of the kind. */
    public Optional<T> newest() {
        return newest;
    }

    @Override
    public void close() {
        service.removePostSelectionListener(listener);
        received.removeListener(receiver);
    }

    private void follow(@Nullable ISelection selection, Consumer<? super T> listener) {
        first(selection, kind).filter(t -> !Optional.of(t).equals(newest)).ifPresent(t -> take(t, listener));
    }

    /** What another program says again may differ from what is selected in the follower's own part by now. */
    private void receive(Object thing, Consumer<? super T> listener) {
        if (kind.isInstance(thing)) {
            take(kind.cast(thing), listener);
        }
    }

    private void take(T thing, Consumer<? super T> listener) {
        newest = Optional.of(thing);
        listener.accept(thing);
    }

    private Optional<ISelection> present(IWorkbenchPartSite site) {
        Optional<ISelection> now = Optional.ofNullable(service.getSelection());
        if (now.flatMap(s -> first(s, kind)).isPresent()) {
            return now;
        }
        @Nullable IEditorPart editor = site.getPage().getActiveEditor();
        if (editor == null) {
            return Optional.empty();
        }
        @Nullable ISelectionProvider provider = editor.getSite().getSelectionProvider();
        return provider == null ? Optional.empty() : Optional.ofNullable(provider.getSelection());
    }

    /** The first thing of a kind in a selection. */
    public static <T> Optional<T> first(@Nullable ISelection selection, Class<T> kind) {
        if (!(selection instanceof IStructuredSelection structured)) {
            return Optional.empty();
        }
        for (Object element : structured) {
            if (kind.isInstance(element)) {
                return Optional.of(kind.cast(element));
            }
        }
        return Optional.empty();
    }
}

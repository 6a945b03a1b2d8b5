package org.volans.tap.ui.internal.services;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ILazyTreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;

/**
 * Gives the tree the nodes that come into sight, and asks for children when a note in their place does. UI thread
 * only.
 */
final class LazyContent implements ILazyTreeContentProvider {

    private final TreeViewer viewer;
    private final Consumer<Branch<?>> wanted;
    private Shown shown = Shown.all(List.of());

    /** @param wanted told of a branch whose children have come into sight and are not known */
    LazyContent(TreeViewer viewer, Consumer<Branch<?>> wanted) {
        this.viewer = viewer;
        this.wanted = wanted;
    }

    Shown shown() {
        return shown;
    }

    /** Shows something else; everything is collapsed then. */
    void show(Shown next) {
        shown = next;
        viewer.setInput(next);
        viewer.setChildCount(next, next.services().size());
    }

    /** Shows what has become of a branch's children; of those there were only notes till now, or they all go. */
    void changed(Branch<?> branch) {
        viewer.update(branch, null);
        if (viewer.testFindItem(branch) != null) {
            viewer.setChildCount(branch, shown.count(branch));
            updateElement(branch, 0);
        }
    }

    @Override
    @NonNullByDefault({})
    public void updateElement(Object parent, int index) {
        Node child;
        if (parent instanceof Node node) {
            if (index >= shown.count(node)) {
                return; // it has changed meanwhile
            }
            child = shown.child(node, index);
        } else if (index < shown.services().size()) {
            child = shown.services().get(index);
        } else {
            return;
        }
        viewer.replace(parent, index, child);
        viewer.setChildCount(child, shown.count(child));
        if (child instanceof Note note
                && note.kind() == Note.Kind.READING
                && note.about().state() == Branch.State.UNKNOWN) {
            wanted.accept(note.about());
        }
    }

    @Override
    @NonNullByDefault({})
    public void updateChildCount(Object element, int currentChildCount) {
        int count = element instanceof Node node
                ? shown.count(node)
                : shown.services().size();
        if (count != currentChildCount) {
            viewer.setChildCount(element, count);
        }
    }

    @Override
    @NonNullByDefault({})
    public @Nullable Object getParent(Object element) {
        return element instanceof Node node ? shown.parent(node).orElse(null) : null;
    }
}

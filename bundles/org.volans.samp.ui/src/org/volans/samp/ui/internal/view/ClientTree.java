package org.volans.samp.ui.internal.view;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.volans.api.net.HttpService;
import org.volans.api.samp.SampClient;
import org.volans.ui.widgets.Icons;

/** The programs, and below each what it understands. UI thread only. */
@NonNullByDefault({})
final class ClientTree {

    /** What a program understands. */
    private record Understood(SampClient client, String mtype) {}

    private final TreeViewer viewer;
    private final ClientIcons icons;
    private List<SampClient> clients = List.of();

    ClientTree(Composite parent, HttpService http) {
        viewer = new TreeViewer(parent, SWT.SINGLE);
        viewer.getTree().setData("org.volans.id", "samp.clients");
        viewer.setContentProvider(new Content());
        viewer.setLabelProvider(new Labels());
        viewer.setUseHashlookup(true);
        ColumnViewerToolTipSupport.enableFor(viewer);
        icons = new ClientIcons(viewer.getTree(), http, () -> viewer.refresh());
        viewer.setInput(clients);
    }

    private static final class Content implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return parent instanceof SampClient client
                    ? client.subscriptions().stream()
                            .sorted()
                            .map(mtype -> new Understood(client, mtype))
                            .toArray()
                    : new Object[0];
        }

        @Override
        public Object getParent(Object element) {
            return element instanceof Understood understood ? understood.client() : null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return element instanceof SampClient client
                    && !client.subscriptions().isEmpty();
        }
    }

    private final class Labels extends ColumnLabelProvider {

        @Override
        public String getText(Object element) {
            return switch (element) {
                case SampClient client -> client.name();
                case Understood understood -> understood.mtype();
                default -> "";
            };
        }

        @Override
        public Image getImage(Object element) {
            return element instanceof SampClient client ? icons.of(client) : Icons.image("org.volans.samp.ui", "mtype");
        }

        @Override
        public String getToolTipText(Object element) {
            return element instanceof SampClient client
                    ? (client.description() + "\n" + client.id() + "\nunderstands "
                                    + client.subscriptions().size() + " kinds of messages")
                            .strip()
                    : null;
        }
    }

    TreeViewer viewer() {
        return viewer;
    }

    /** The program that is selected, or one of whose lines is. */
    Optional<SampClient> selected() {
        return switch (viewer.getStructuredSelection().getFirstElement()) {
            case SampClient client -> Optional.of(client);
            case Understood understood -> Optional.of(understood.client());
            case null, default -> Optional.empty();
        };
    }

    void show(List<SampClient> now) {
        if (now.equals(clients)) {
            return;
        }
        clients = List.copyOf(now);
        Object[] open = viewer.getExpandedElements();
        viewer.getTree().setRedraw(false);
        viewer.setInput(clients);
        viewer.setExpandedElements(open);
        viewer.getTree().setRedraw(true);
    }
}

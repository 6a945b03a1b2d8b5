package org.volans.table.ui.internal.info;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.volans.ui.project.Provenance;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.widgets.Copy;

/** What stands around a table: where it comes from, its parameters, INFOs, service descriptors. UI thread only. */
public final class ParametersPage extends Composite {

    private final TreeViewer viewer;

    /** Shows it. */
    public ParametersPage(Composite parent, OpenTable table, Optional<Provenance> provenance) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(this);
        viewer = new TreeViewer(this, SWT.FULL_SELECTION | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.getTree().setHeaderVisible(true);
        viewer.getTree().setData("org.volans.id", "table.parameters");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(viewer.getTree());
        ColumnViewerToolTipSupport.enableFor(viewer);
        column("Name", 260, 0);
        column("Value", 420, 1);
        column("Unit", 80, 2);
        column("Description", 360, 3);
        viewer.setContentProvider(new Content());
        viewer.setInput(Facts.of(table, provenance));
        viewer.expandAll();
        viewer.getTree().addListener(SWT.KeyDown, e -> {
            if ((e.stateMask & SWT.MOD1) != 0 && e.keyCode == 'c') {
                copy();
            }
        });
    }

    private void column(String title, int width, int index) {
        TreeViewerColumn column = new TreeViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(@Nullable Object element) {
                return element instanceof Facts.Fact fact
                        ? fact.texts().get(index).replaceAll("\\s+", " ")
                        : "";
            }

            @Override
            public @Nullable String getToolTipText(@Nullable Object element) {
                String full = element instanceof Facts.Fact fact ? fact.texts().get(index) : "";
                return full.length() > 40 ? full : null;
            }

            @Override
            public @Nullable Font getFont(@Nullable Object element) {
                return element instanceof Facts.Fact fact && !fact.parts().isEmpty()
                        ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT)
                        : null;
            }
        });
    }

    private void copy() {
        List<String> lines = new ArrayList<>();
        for (Object element : viewer.getStructuredSelection()) {
            if (element instanceof Facts.Fact fact) {
                lines.add(String.join("\t", fact.texts()).strip());
            }
        }
        if (!lines.isEmpty()) {
            Copy.text(String.join("\n", lines));
        }
    }

    private static final class Content implements ITreeContentProvider {

        @Override
        public Object[] getElements(@Nullable Object input) {
            return input instanceof List<?> list ? list.toArray() : new Object[0];
        }

        @Override
        public Object[] getChildren(@Nullable Object element) {
            return element instanceof Facts.Fact fact ? fact.parts().toArray() : new Object[0];
        }

        @Override
        public @Nullable Object getParent(@Nullable Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(@Nullable Object element) {
            return element instanceof Facts.Fact fact && !fact.parts().isEmpty();
        }
    }
}

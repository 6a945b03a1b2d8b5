package org.volans.discovery.ui.internal.view;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnLayoutData;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.volans.ui.widgets.Palette;
import org.volans.ui.widgets.ThemeWatch;

/** A row for each service: whether it is to be asked, how it fares, what it says. UI thread only. */
@NonNullByDefault({})
final class ServiceTable {

    private final CheckboxTableViewer viewer;
    private final List<ServiceRow> rows = new ArrayList<>();

    /** @param parent gets the layout that the columns need */
    ServiceTable(Composite parent) {
        TableColumnLayout layout = new TableColumnLayout();
        parent.setLayout(layout);
        viewer = CheckboxTableViewer.newCheckList(parent, SWT.MULTI | SWT.FULL_SELECTION);
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setData("org.volans.id", "discovery.services");
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        column(
                layout,
                "Service",
                new ColumnWeightData(28, 146),
                SWT.LEFT,
                r -> r.service().name());
        column(
                layout,
                "State",
                new ColumnPixelData(78),
                SWT.LEFT,
                r -> r.state().label());
        column(layout, "Time", new ColumnPixelData(92), SWT.RIGHT, ServiceRow::time);
        column(layout, "Data sets", new ColumnPixelData(76), SWT.RIGHT, ServiceRow::dataSets);
        column(layout, "Matches", new ColumnPixelData(70), SWT.RIGHT, ServiceRow::matches);
        column(layout, "In its own words", new ColumnWeightData(72, 104), SWT.LEFT, ServiceRow::says);
        viewer.setInput(rows);
        ThemeWatch.on(viewer.getTable(), viewer::refresh);
    }

    private void column(
            TableColumnLayout layout,
            String title,
            ColumnLayoutData data,
            int align,
            Function<ServiceRow, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, align);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), data);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                // a cell is one line; the whole is in the tool tip
                return text.apply((ServiceRow) element).replaceAll("\\s+", " ");
            }

            @Override
            public String getToolTipText(Object element) {
                ServiceRow row = (ServiceRow) element;
                return row.service().url() + (row.says().isEmpty() ? "" : "\n" + row.says());
            }

            @Override
            public Color getForeground(Object element) {
                return title.equals("Service") ? null : color((ServiceRow) element);
            }
        });
    }

    private Color color(ServiceRow row) {
        Palette palette = Palette.of(viewer.getTable());
        return switch (row.state()) {
            case ASKING -> palette.accent();
            case FAILED, TIMED_OUT -> palette.bad();
            case OVERFLOW, STOPPED -> palette.warn();
            case ANSWERED, NOT_ASKED -> null;
        };
    }

    CheckboxTableViewer viewer() {
        return viewer;
    }

    void setMenu(MenuManager menu) {
        viewer.getTable().setMenu(menu.createContextMenu(viewer.getTable()));
    }

    List<ServiceRow> rows() {
        return List.copyOf(rows);
    }

    /** Shows other services; those in {@code left} are not to be asked. */
    void show(List<ServiceRow> services, Set<String> left) {
        rows.clear();
        rows.addAll(services);
        viewer.refresh();
        rows.forEach(
                row -> viewer.setChecked(row, !left.contains(row.service().url().toString())));
    }

    /** Those to be asked. */
    List<ServiceRow> chosen() {
        return rows.stream().filter(viewer::getChecked).toList();
    }

    /** URLs of those not to be asked. */
    Set<String> left() {
        return rows.stream()
                .filter(row -> !viewer.getChecked(row))
                .map(row -> row.service().url().toString())
                .collect(Collectors.toSet());
    }

    List<ServiceRow> selected() {
        List<ServiceRow> selected = new ArrayList<>();
        viewer.getStructuredSelection().forEach(element -> selected.add((ServiceRow) element));
        return selected;
    }

    Optional<ServiceRow> row(URI url) {
        return rows.stream().filter(row -> row.service().url().equals(url)).findFirst();
    }

    /** How far down the list a service stands. */
    int place(URI url) {
        return row(url).map(rows::indexOf).orElse(rows.size());
    }

    /** Shows what has become of some. */
    void update(List<ServiceRow> changed) {
        viewer.update(changed.toArray(), null);
    }
}

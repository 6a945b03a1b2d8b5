package org.volans.handlers.ui.internal.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnLayoutData;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ICheckStateProvider;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.volans.api.handler.HandlerRun;
import org.volans.handlers.ui.internal.host.Clock;
import org.volans.handlers.ui.internal.host.Outcomes;
import org.volans.ui.widgets.Palette;
import org.volans.ui.widgets.ThemeWatch;
import org.volans.ui.widgets.Tone;

/** A row for each rule, with a box that switches it on and off, and what its handler did last. UI thread only. */
@NonNullByDefault({})
final class RulesTable {

    private final CheckboxTableViewer viewer;
    private final Outcomes outcomes;
    private List<RuleRow> rows = List.of();

    /** @param parent gets the layout that the columns need */
    RulesTable(Composite parent, Outcomes outcomes) {
        this.outcomes = outcomes;
        TableColumnLayout layout = new TableColumnLayout();
        parent.setLayout(layout);
        viewer = CheckboxTableViewer.newCheckList(parent, SWT.SINGLE | SWT.FULL_SELECTION);
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setData("org.volans.id", "handlers.rules");
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        column(layout, "Handler", new ColumnWeightData(44, 205), RuleRow::label);
        column(layout, "Event", new ColumnPixelData(62), RuleRow::event);
        column(layout, "From", new ColumnPixelData(58), row -> row.rule().from());
        column(layout, "Tables", new ColumnPixelData(60), row -> row.rule().tables());
        column(layout, "Settings", new ColumnWeightData(14, 66), RuleRow::settings);
        column(layout, "Latest", new ColumnWeightData(30, 105), this::latest);
        column(layout, "Plug-in", new ColumnWeightData(12, 50), RuleRow::plugin);
        viewer.setCheckStateProvider(new ICheckStateProvider() {
            @Override
            public boolean isChecked(Object element) {
                return ((RuleRow) element).rule().enabled();
            }

            @Override
            public boolean isGrayed(Object element) {
                return false;
            }
        });
        viewer.setInput(rows);
        ThemeWatch.on(viewer.getTable(), viewer::refresh);
    }

    private void column(TableColumnLayout layout, String title, ColumnLayoutData data, Function<RuleRow, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), data);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((RuleRow) element);
            }

            @Override
            public String getToolTipText(Object element) {
                return tip((RuleRow) element);
            }

            @Override
            public Color getForeground(Object element) {
                return tone((RuleRow) element, title).color(Palette.of(viewer.getTable()));
            }
        });
    }

    private Tone tone(RuleRow row, String column) {
        if (column.equals("Latest") && outcomes.since(row.rule().handler()).isPresent()) {
            return Tone.PLAIN;
        }
        Optional<HandlerRun> run = outcomes.of(row.rule().handler());
        if (column.equals("Latest") && run.isPresent()) {
            return switch (run.get().outcome()) {
                case OK -> Tone.GOOD;
                case WARNING -> Tone.WARN;
                case ERROR -> Tone.BAD;
            };
        }
        return row.own() || row.known().isEmpty() || !row.rule().enabled() ? Tone.MUTED : Tone.PLAIN;
    }

    private String latest(RuleRow row) {
        String handler = row.rule().handler();
        return outcomes.since(handler)
                .map(since -> "running since " + Clock.time(since))
                .or(() -> outcomes.of(handler)
                        .map(run -> Clock.time(run.started().plus(run.duration())) + "  " + words(run)))
                .orElse("");
    }

    private static String words(HandlerRun run) {
        String outcome = switch (run.outcome()) {
            case OK -> "ok";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
        return run.message().isEmpty()
                ? outcome
                : outcome + ": " + run.message().replaceAll("\\s+", " ");
    }

    private String tip(RuleRow row) {
        String what = row.own()
                ? "As the plug-in says; changing it writes a rule of your own"
                : row.known().isPresent() ? "A rule of yours" : "No plug-in here has this handler";
        String last = outcomes.of(row.rule().handler())
                .map(run -> "\n" + words(run) + " (" + run.duration().toMillis() + " ms, from "
                        + run.event().source().name() + ")")
                .orElse("");
        return row.rule().handler() + "\n" + what + last;
    }

    CheckboxTableViewer viewer() {
        return viewer;
    }

    List<RuleRow> rows() {
        return rows;
    }

    void show(List<RuleRow> shown) {
        int selected = viewer.getTable().getSelectionIndex();
        rows = List.copyOf(shown);
        viewer.setInput(rows);
        if (selected >= 0) {
            select(Math.min(selected, rows.size() - 1));
        }
    }

    void select(int index) {
        viewer.getTable().setSelection(index);
        viewer.setSelection(viewer.getSelection());
    }

    /** Place in the list, or -1. */
    int selected() {
        return viewer.getTable().getSelectionIndex();
    }
}

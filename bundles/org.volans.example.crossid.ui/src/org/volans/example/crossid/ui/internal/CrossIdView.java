package org.volans.example.crossid.ui.internal;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.HandlerRun;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.Tables;

/** What the catalogue has near the row that was handled last. UI thread only. */
@NonNullByDefault({})
public final class CrossIdView extends ViewPart {

    static final String ID = "org.volans.example.crossid.ui.view";

    private static final int WIDEST = 24;

    @Inject
    private LatestMatches matches;

    private final Consumer<HandlerRun> follower = run -> later(() -> show(run));
    private Display display;
    private Label head;
    private Table table;

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        GridLayoutFactory.fillDefaults().extendedMargins(6, 6, 6, 0).applyTo(parent);
        head = new Label(parent, SWT.WRAP);
        head.setData("org.volans.id", "crossid.head");
        head.setText(
                "Highlight a row of a table with positions: here is what the catalogue has near it. Which catalogue,"
                        + " and how near, is a matter of the rule for \u201cCross-identify the row\u201d in the Handlers"
                        + " view.");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(head);
        table = new Table(parent, SWT.FULL_SELECTION | SWT.MULTI);
        table.setData("org.volans.id", "crossid.matches");
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        table.setVisible(false);
        matches.addListener(follower);
        matches.latest().ifPresent(this::show);
    }

    private void later(Runnable work) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!table.isDisposed()) {
                    work.run();
                }
            });
        }
    }

    private void show(HandlerRun run) {
        head.setText(title(run.event()) + run.message());
        Optional<StarTable> found = run.results().stream()
                .filter(HandlerResult.Table.class::isInstance)
                .map(result -> ((HandlerResult.Table) result).table())
                .findFirst();
        table.setRedraw(false);
        table.removeAll();
        try {
            if (found.isPresent()) {
                fill(found.get());
            }
        } catch (IOException e) {
            ILog.of(CrossIdView.class).error("The matches cannot be read", e);
            head.setText(title(run.event()) + "the matches cannot be read: " + e.getMessage());
        } finally {
            table.setRedraw(true);
        }
        table.setVisible(found.isPresent());
        table.getParent().layout();
    }

    private static String title(HandlerEvent event) {
        return event instanceof HandlerEvent.Row row
                ? "Row " + (row.row() + 1) + " of " + row.table().name() + ": "
                : "";
    }

    /** Of at most some thousand rows. */
    private void fill(StarTable found) throws IOException {
        ColumnInfo[] infos = Tables.getColumnInfos(found);
        boolean others =
                !List.of(infos).stream().map(CrossIdView::heading).toList().equals(headings());
        if (others) {
            List.of(table.getColumns()).forEach(TableColumn::dispose);
            for (ColumnInfo info : infos) {
                boolean number = Number.class.isAssignableFrom(info.getContentClass());
                new TableColumn(table, number ? SWT.RIGHT : SWT.LEFT).setText(heading(info));
            }
        }
        try (RowSequence rows = found.getRowSequence()) {
            while (rows.next()) {
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < infos.length; i++) {
                    texts.add(text(infos[i], rows.getCell(i)));
                }
                new TableItem(table, SWT.NONE).setText(texts.toArray(String[]::new));
            }
        }
        if (others) {
            List.of(table.getColumns()).forEach(TableColumn::pack);
        }
    }

    private List<String> headings() {
        return List.of(table.getColumns()).stream().map(TableColumn::getText).toList();
    }

    private static String text(ColumnInfo info, @Nullable Object cell) {
        boolean arcsec = "arcsec".equals(info.getUnitString()) && cell instanceof Number;
        return arcsec ? String.format(Locale.ROOT, "%.2f", cell) : info.formatValue(cell, WIDEST);
    }

    private static String heading(ColumnInfo info) {
        String unit = info.getUnitString();
        return info.getName() + (unit == null || unit.isBlank() ? "" : " [" + unit + "]");
    }

    @Override
    public void setFocus() {
        if (table.isVisible()) {
            table.setFocus();
        } else {
            head.setFocus();
        }
    }

    @Override
    public void dispose() {
        matches.removeListener(follower);
        super.dispose();
    }
}

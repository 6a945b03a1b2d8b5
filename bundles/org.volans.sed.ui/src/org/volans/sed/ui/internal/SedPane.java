package org.volans.sed.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPlot.XAxis;
import org.volans.api.sed.SedPlot.YAxis;
import org.volans.api.sed.SedPoint;
import org.volans.ui.widgets.StatePane;

/** The chart with its tables and a line for what there is to say. UI thread only. */
final class SedPane {

    private static final int[] WEIGHTS = {68, 32};

    private final StatePane state;
    private final SashForm sash;
    private final SedFigure figure;
    private final PointTables tables;
    private final Link note;
    private @Nullable Runnable noteChoice;
    private Consumer<Boolean> tablesShown = shown -> {
        // nobody listens yet
    };

    SedPane(Composite parent) {
        state = new StatePane(parent);
        state.setData("org.volans.id", "sed.state");
        Composite content = state.content();
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        sash = new SashForm(content, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        Composite top = new Composite(sash, SWT.NONE);
        top.setLayout(new FillLayout());
        figure = new SedFigure(top);
        Composite bottom = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(bottom);
        tables = new PointTables(bottom, point -> figure.mark(Optional.of(point)));
        sash.setWeights(WEIGHTS);
        note = new Link(content, SWT.WRAP);
        note.setData("org.volans.id", "sed.note");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .indent(6, 2)
                .exclude(true)
                .applyTo(note);
        note.addListener(SWT.Selection, e -> chosen());
        new ChartMouse(figure, this::clicked);
        showTables(false);
    }

    StatePane state() {
        return state;
    }

    SedFigure figure() {
        return figure;
    }

    PointTables tables() {
        return tables;
    }

    /** Draws SEDs that have points. */
    void show(List<Sed> seds) {
        figure.show(seds, title(seds));
        tables.show(seds, figure.yAxis());
        state.showContent();
    }

    void axes(XAxis x, YAxis y) {
        figure.axes(x, y);
        tables.show(figure.seds(), y);
    }

    /** Opens or closes the tables below the chart. */
    void showTables(boolean shown) {
        sash.setMaximizedControl(shown ? null : sash.getChildren()[0]);
        tablesShown.accept(shown);
    }

    /** The listener is told when the tables are opened or closed. */
    void whenTablesShown(Consumer<Boolean> listener) {
        tablesShown = listener;
    }

    boolean showsTables() {
        return sash.getMaximizedControl() == null;
    }

    /** Says something below the chart; {@code <a>words</a>} of it can be clicked. An empty text takes the line away. */
    void say(String text, @Nullable Runnable choice) {
        noteChoice = choice;
        note.setText(text);
        note.setToolTipText(text.replaceAll("</?a>", ""));
        boolean shown = !text.isEmpty();
        note.setVisible(shown);
        ((GridData) note.getLayoutData()).exclude = !shown;
        note.getParent().layout();
    }

    private void chosen() {
        @Nullable Runnable choice = noteChoice;
        if (choice != null) {
            choice.run();
        }
    }

    private void clicked(Optional<SedFigure.Hit> hit) {
        Optional<SedPoint> point = hit.map(SedFigure.Hit::point);
        figure.mark(point);
        point.ifPresent(p -> {
            tables.reveal(p);
            say("Column " + p.column() + ": " + p.original() + "  (" + PointText.filter(p) + ")", null);
        });
    }

    private static String title(List<Sed> seds) {
        if (seds.size() != 1) {
            return seds.size() + " objects";
        }
        Sed sed = seds.getFirst();
        return sed.name() + sed.position().map(p -> "   (" + p + ")").orElse("");
    }
}

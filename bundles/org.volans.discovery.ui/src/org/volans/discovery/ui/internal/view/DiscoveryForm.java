package org.volans.discovery.ui.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.volans.api.InputException;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.PositionText;
import org.volans.ui.selection.OpenTable;

/**
 * What is asked: one line with the positions, and on demand options that take as many lines as they need, so that the services
 * below have room in a small window. UI thread only.
 */
@NonNullByDefault({})
final class DiscoveryForm {

    private static final String ANY = "any";
    private static final int TENTHS = 10;

    private final Composite area;
    private final Composite options;
    private final Combo positions;
    private final Button unfold;
    private final Spinner radius;
    private final Combo waveband;
    private final Combo kind;
    private final Spinner timeout;
    private final Button ask;
    private List<OpenTable> tables = List.of();

    /**
     * @param ask      told when the user wants to ask
     * @param waveband told when another waveband is chosen
     */
    DiscoveryForm(Composite parent, Runnable ask, Runnable waveband) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        Composite line = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(4)
                .spacing(5, 0)
                .extendedMargins(8, 4, 2, 2)
                .applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        positions = positions(line, ask);
        unfold = new Button(line, SWT.TOGGLE);
        unfold.setData("org.volans.id", "discovery.options");
        unfold.setToolTipText("Options: waveband, kind of data, within how many arcminutes, timeout");
        unfold.addListener(SWT.Selection, e -> showOptions(unfold.getSelection()));
        this.ask = new Button(line, SWT.PUSH);
        this.ask.setText("&Ask All Services");
        this.ask.setData("org.volans.id", "discovery.ask");
        this.ask.addListener(SWT.Selection, e -> ask.run());
        options = options(area);
        this.waveband = combo("&Waveband:", "waveband", Settings.WAVEBANDS);
        this.waveband.addListener(SWT.Selection, e -> waveband.run());
        kind = combo("&Kind:", "kind", DiscoveryRequest.PRODUCT_TYPES);
        radius = spinner("&Within:", "radius", "arcmin");
        radius.setValues(0, 0, 60 * 60 * TENTHS, 1, TENTHS, TENTHS);
        radius.setToolTipText("0 finds data that hold the position itself; more finds data that touch the circle");
        timeout = spinner("&Timeout:", "timeout", "s");
        timeout.setValues(30, 1, 3600, 0, 1, 10);
        timeout.setToolTipText("Longest that one service may take");
        showOptions(false);
    }

    private static Combo positions(Composite line, Runnable ask) {
        new Label(line, SWT.NONE).setText("&Positions:");
        Combo combo = new Combo(line, SWT.DROP_DOWN);
        combo.setData("org.volans.id", "discovery.positions");
        combo.setToolTipText("An open table with position columns, or a position in degrees: 240.484 46.768");
        combo.addListener(SWT.DefaultSelection, e -> ask.run());
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(120, SWT.DEFAULT)
                .applyTo(combo);
        return combo;
    }

    private static Composite options(Composite area) {
        Composite options = new Composite(area, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.center = true;
        layout.spacing = 4;
        layout.wrap = true;
        layout.marginTop = 2;
        layout.marginBottom = 2;
        layout.marginLeft = 8;
        options.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(options);
        return options;
    }

    /** What is hidden stands in short on the button that brings it. */
    private void showOptions(boolean show) {
        options.setVisible(show);
        ((GridData) options.getLayoutData()).exclude = !show;
        unfold.setSelection(show);
        sayOptions();
        area.requestLayout();
    }

    /** Folds the options: who has asked wants to see the answers. */
    void fold() {
        showOptions(false);
    }

    private void sayOptions() {
        String within = radius.getSelection() == 0 ? "" : ", " + radius.getText() + "\u2032";
        String kinds = kind.getSelectionIndex() <= 0 ? "" : ", " + kind.getText();
        String bands = waveband.getSelectionIndex() <= 0 ? "any waveband" : waveband.getText();
        unfold.setText(bands + kinds + within + (unfold.getSelection() ? " \u25b4" : " \u25be"));
        unfold.requestLayout();
    }

    private Combo combo(String title, String id, List<String> items) {
        Composite box = box(title, 2);
        Combo combo = new Combo(box, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setData("org.volans.id", "discovery." + id);
        combo.add(ANY);
        items.forEach(combo::add);
        combo.addListener(SWT.Selection, e -> sayOptions());
        return combo;
    }

    private Spinner spinner(String title, String id, String unit) {
        Composite box = box(title, 3);
        Spinner spinner = new Spinner(box, SWT.BORDER);
        spinner.setData("org.volans.id", "discovery." + id);
        spinner.addListener(SWT.Selection, e -> sayOptions());
        new Label(box, SWT.NONE).setText(unit);
        return spinner;
    }

    /** A title and what belongs to it stay in one line. */
    private Composite box(String title, int columns) {
        Composite box = new Composite(options, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(columns)
                .spacing(5, 0)
                .extendedMargins(0, 8, 0, 0)
                .applyTo(box);
        new Label(box, SWT.NONE).setText(title);
        return box;
    }

    Control control() {
        return area;
    }

    void setFocus() {
        positions.setFocus();
    }

    /** While services are asked, nothing else is. */
    void setAsking(boolean asking) {
        ask.setEnabled(!asking);
    }

    /** The tables that may be chosen; what is chosen or typed stays. */
    void setTables(List<OpenTable> known) {
        String text = positions.getText();
        tables = List.copyOf(known);
        positions.setItems(known.stream().map(OpenTable::name).toArray(String[]::new));
        if (text.isBlank() && !known.isEmpty()) {
            positions.select(known.size() - 1);
        } else {
            positions.setText(text);
        }
    }

    void choose(OpenTable table) {
        int index = tables.indexOf(table);
        if (index >= 0) {
            positions.select(index);
        }
    }

    void choose(Position position) {
        positions.setText(position.toString());
    }

    /** The table or position that is chosen; empty when what is typed is neither. */
    Optional<Positions> positions() {
        String text = positions.getText().strip();
        // the one of several with the same name that was picked from the list
        int picked = positions.getSelectionIndex();
        if (picked >= 0 && picked < tables.size() && tables.get(picked).name().equals(text)) {
            return Optional.of(new Positions.OfTable(tables.get(picked)));
        }
        Optional<OpenTable> table =
                tables.stream().filter(t -> t.name().equals(text)).findFirst();
        if (table.isPresent()) {
            return Optional.of(new Positions.OfTable(table.get()));
        }
        try {
            return Optional.of(new Positions.One(PositionText.parse(text)));
        } catch (InputException e) {
            return Optional.empty(); // the pane says what is wanted
        }
    }

    /** What is chosen; where that is a table of an earlier session, the table that was opened last. */
    Optional<Positions> suggestion() {
        return positions()
                .or(() -> tables.isEmpty() ? Optional.empty() : Optional.of(new Positions.OfTable(tables.getLast())));
    }

    /** What stands in the field, whatever it is. */
    String typed() {
        return positions.getText().strip();
    }

    String waveband() {
        return waveband.getSelectionIndex() <= 0 ? "" : waveband.getText();
    }

    void show(Settings settings) {
        positions.setText(settings.positions());
        radius.setSelection((int) Math.round(settings.radius() * TENTHS));
        select(waveband, settings.waveband());
        select(kind, settings.kind());
        timeout.setSelection(settings.timeout());
        sayOptions();
    }

    private static void select(Combo combo, String text) {
        List<String> items = new ArrayList<>(List.of(combo.getItems()));
        combo.select(Math.max(0, items.indexOf(text)));
    }

    /** What stands here now. */
    Settings settings(Set<String> left) {
        return new Settings(
                positions.getText().strip(),
                radius.getSelection() / (double) TENTHS,
                waveband(),
                kind.getSelectionIndex() <= 0 ? "" : kind.getText(),
                timeout.getSelection(),
                left);
    }
}

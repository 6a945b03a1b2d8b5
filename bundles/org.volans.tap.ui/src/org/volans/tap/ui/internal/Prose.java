package org.volans.tap.ui.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.volans.ui.widgets.Palette;
import org.volans.ui.widgets.ThemeWatch;

/**
 * Text about something: a title, paragraphs, and facts with their names, that can be selected and copied. Takes its
 * colours anew when the theme changes. UI thread only.
 */
public final class Prose {

    private static final int MARGIN = 6;

    private enum Role {
        PLAIN,
        TITLE,
        MUTED,
        BAD,
        CODE
    }

    private record Piece(int start, int length, Role role) {}

    private final StyledText widget;
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    /** @param id for tests */
    public Prose(Composite parent, String id) {
        widget = new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        widget.setData("org.volans.id", id);
        widget.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        widget.setCaret(null);
        widget.setAlwaysShowScrollBars(false);
        ThemeWatch.on(widget, this::colour);
    }

    /** The widget. */
    public StyledText widget() {
        return widget;
    }

    /** Starts anew. */
    public Prose clear() {
        text.setLength(0);
        pieces.clear();
        return this;
    }

    /** A line in bold. */
    public Prose title(String words) {
        return line(words, Role.TITLE);
    }

    /** A paragraph; nothing when it is empty. */
    public Prose paragraph(String words) {
        return line(words, Role.PLAIN);
    }

    /** A line of less weight; nothing when it is empty. */
    public Prose muted(String words) {
        return line(words, Role.MUTED);
    }

    /** What went wrong; nothing when it is empty. */
    public Prose bad(String words) {
        return line(words, Role.BAD);
    }

    /** Text of a program: a query. */
    public Prose code(String words) {
        return line(words, Role.CODE);
    }

    /** A fact and its name on one line; nothing when there is none. */
    public Prose fact(String name, String value) {
        if (!value.isBlank()) {
            append(name + ":  ", Role.MUTED);
            append(value.strip() + "\n", Role.PLAIN);
        }
        return this;
    }

    /** An empty line. */
    public Prose gap() {
        append("\n", Role.PLAIN);
        return this;
    }

    private Prose line(String words, Role role) {
        if (!words.isBlank()) {
            append(words.strip() + "\n", role);
        }
        return this;
    }

    private void append(String words, Role role) {
        pieces.add(new Piece(text.length(), words.length(), role));
        text.append(words);
    }

    /** Puts it on the screen. */
    public void show() {
        String words = text.toString();
        if (!widget.getText().equals(words)) {
            widget.setText(words);
            colour();
            widget.setTopPixel(0);
        } else {
            colour();
        }
    }

    private void colour() {
        Palette palette = Palette.of(widget);
        widget.setStyleRanges(pieces.stream().map(p -> style(p, palette)).toArray(StyleRange[]::new));
    }

    private static StyleRange style(Piece piece, Palette palette) {
        StyleRange style = new StyleRange();
        style.start = piece.start();
        style.length = piece.length();
        switch (piece.role()) {
            case PLAIN -> style.fontStyle = SWT.NORMAL;
            case TITLE -> style.fontStyle = SWT.BOLD;
            case MUTED -> style.foreground = palette.muted();
            case BAD -> style.foreground = palette.bad();
            case CODE -> style.font = JFaceResources.getTextFont();
        }
        return style;
    }
}

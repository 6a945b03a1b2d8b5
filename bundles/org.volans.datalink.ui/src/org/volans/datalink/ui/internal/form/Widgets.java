package org.volans.datalink.ui.internal.form;

import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.volans.api.InputException;
import org.volans.ui.widgets.Tone;

/** Pieces that all fields are made of. */
final class Widgets {

    private static final int NUMBER_WIDTH = 92;

    private Widgets() {}

    /** The label of a field, in the form's first column. */
    static void label(Composite form, String words, String tip) {
        Label label = new Label(form, SWT.NONE);
        label.setText(words.replace("&", "&&"));
        label.setToolTipText(tip.isEmpty() ? null : tip);
        GridDataFactory.swtDefaults()
                .align(SWT.BEGINNING, SWT.BEGINNING)
                .indent(0, 5)
                .applyTo(label);
    }

    /** The place of a field's widgets, in the form's second column. */
    static Composite row(Composite parent, int columns) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(columns).spacing(5, 3).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    /** What a field takes, in small words below it; nothing where there is nothing to say. */
    static void hint(Composite row, String words, int columns) {
        if (!words.isEmpty()) {
            note(row, words, columns);
        }
    }

    /** Small words over the whole width. */
    static Label note(Composite row, String words, int columns) {
        Label note = new Label(row, SWT.WRAP);
        note.setText(words.replace("&", "&&"));
        Tone.MUTED.on(note);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(columns, 1)
                .hint(100, SWT.DEFAULT)
                .applyTo(note);
        return note;
    }

    static Text number(Composite row, String id, String message) {
        Text text = new Text(row, SWT.BORDER);
        text.setMessage(message);
        text.setToolTipText(message);
        text.setData("org.volans.id", "links.form." + id);
        GridDataFactory.swtDefaults().hint(NUMBER_WIDTH, SWT.DEFAULT).applyTo(text);
        return text;
    }

    static Text wide(Composite row, String id, String message, int columns) {
        Text text = new Text(row, SWT.BORDER);
        text.setMessage(message);
        text.setToolTipText(message);
        text.setData("org.volans.id", "links.form." + id);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(columns, 1)
                .hint(100, SWT.DEFAULT)
                .applyTo(text);
        return text;
    }

    static void unit(Composite row, String unit) {
        Label label = new Label(row, SWT.NONE);
        label.setText(unit);
    }

    /** A number that must be there. */
    static double read(Text text, String what) throws InputException {
        String typed = text.getText().strip().replace('\u2212', '-');
        try {
            double number = Double.parseDouble(typed);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new InputException(complaint(typed, what), e);
        }
        throw new InputException(complaint(typed, what));
    }

    private static String complaint(String typed, String what) {
        return typed.isEmpty() ? what + " is missing" : what + ": '" + typed + "' is not a number";
    }

    /** A number as people write it. */
    static String text(double number) {
        String text = String.format(Locale.ROOT, "%.8g", number);
        if (text.contains("e")) {
            return Double.toString(number);
        }
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}

package org.volans.datalink.ui.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.volans.api.InputException;
import org.volans.api.datalink.ServiceInput;
import org.volans.api.datalink.ServiceInput.Kind;

/** One value: a number, one of several choices, or text. */
final class ValueField implements FormField {

    private static final String ALL = "(all)";
    private static final String DEFAULT = "(service's default)";

    private final ServiceInput input;
    private @Nullable Combo combo;
    private @Nullable Text text;

    ValueField(Composite form, ServiceInput input) {
        this.input = input;
        Widgets.label(form, input.kind() == Kind.POL ? "Polarisation" : input.name(), input.description());
        Composite row = Widgets.row(form, 2);
        if (input.options().isEmpty()) {
            text(row);
        } else {
            combo(row);
        }
        Widgets.hint(row, hint(), 2);
    }

    private void combo(Composite row) {
        Combo made = new Combo(row, SWT.READ_ONLY);
        List<String> items = new ArrayList<>();
        items.add(input.kind() == Kind.POL ? ALL : DEFAULT);
        items.addAll(input.options());
        made.setItems(items.toArray(String[]::new));
        made.select(Math.max(0, items.indexOf(input.value())));
        made.setData("org.volans.id", "links.form." + input.name());
        GridDataFactory.swtDefaults().span(2, 1).applyTo(made);
        combo = made;
    }

    private void text(Composite row) {
        boolean number = input.kind() == Kind.NUMBER;
        Text made = number
                ? Widgets.number(row, input.name(), "number")
                : Widgets.wide(row, input.name(), input.kind() == Kind.POL ? "I Q U V" : "", 2);
        if (number) {
            Widgets.unit(row, input.unit());
        }
        text = made;
    }

    private String hint() {
        List<String> words = new ArrayList<>();
        if (!input.description().isEmpty()) {
            words.add(input.description());
        }
        if (input.kind() == Kind.NUMBER
                && (!input.min().isEmpty() || !input.max().isEmpty())) {
            words.add((input.min().isEmpty()
                            ? "up to "
                            : input.min() + (input.max().isEmpty() ? " or more" : " to "))
                    + input.max());
        }
        if (input.kind() == Kind.CIRCLE) {
            words.add("RA Dec radius, degrees");
        }
        return String.join(" · ", words);
    }

    @Override
    public void fill(Answers answers) throws InputException {
        String value = value();
        if (value.isEmpty()) {
            return;
        }
        if (input.kind() == Kind.POL) {
            for (String state : value.split("[\\s,]+")) {
                answers.pol(state);
            }
            return;
        }
        Optional<String> wrong = input.kind() == Kind.NUMBER ? input.complaint(value) : Optional.empty();
        if (wrong.isPresent()) {
            throw new InputException(input.name() + ": " + wrong.get());
        }
        answers.other(input.name(), value);
    }

    private String value() {
        @Nullable Combo choice = combo;
        if (choice != null) {
            return choice.getSelectionIndex() > 0 ? choice.getText() : "";
        }
        @Nullable Text typed = text;
        return typed == null ? "" : typed.getText().strip();
    }
}

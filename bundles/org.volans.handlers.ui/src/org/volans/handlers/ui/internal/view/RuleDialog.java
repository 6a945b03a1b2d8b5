package org.volans.handlers.ui.internal.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.volans.api.handler.HandlerRule;
import org.volans.api.handler.HandlerService.Known;

/** Asks for a rule. UI thread only. */
@NonNullByDefault({})
final class RuleDialog extends TitleAreaDialog {

    private static final int WIDTH = 360;
    private static final List<String> KINDS = List.of("*", "row", "rows", "position", "table", "image", "link");

    private final List<Known> handlers;
    private final List<String> programs;
    private final Optional<HandlerRule> before;
    private Combo handler;
    private Combo event;
    private Combo from;
    private Text tables;
    private Text settings;
    private Button enabled;
    private HandlerRule rule;

    /**
     * @param handlers those that are here
     * @param programs names of the programs that are here
     * @param before   the rule to be changed; empty for a new one
     */
    RuleDialog(Shell parent, List<Known> handlers, List<String> programs, Optional<HandlerRule> before) {
        super(parent);
        this.handlers = handlers;
        this.programs = programs;
        this.before = before;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(before.isPresent() ? "Change a Rule" : "Add a Rule");
        shell.setData("org.volans.id", "handlers.rule");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(before.isPresent() ? "When this handler runs" : "When a handler runs");
        setMessage("The first rule that is for an event decides for its handler. * and ? stand for any characters.");
        Composite area = (Composite) super.createDialogArea(parent);
        Composite fields = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields);
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(12, 10)
                .spacing(10, 8)
                .applyTo(fields);
        HandlerRule shown = before.orElseGet(() -> handlers.isEmpty()
                ? HandlerRule.always("")
                : handlers.getFirst().rule());
        List<String> names = handlers.stream().map(RuleDialog::name).toList();
        handler = combo(fields, "Handler:", "rule.handler", names, name(shown.handler()));
        event = combo(fields, "Event:", "rule.event", events(), shown.event());
        event.setToolTipText("A kind of event, or an MType such as table.highlight.row");
        from = combo(fields, "From:", "rule.from", sources(), shown.from());
        from.setToolTipText("here: this program; samp: any other; handler: made by a handler; or a program's name");
        tables = text(fields, "Tables:", "rule.tables", SWT.BORDER, shown.tables());
        tables.setToolTipText("Name of the table");
        settings = text(
                fields,
                "Settings:",
                "rule.settings",
                SWT.BORDER | SWT.MULTI | SWT.V_SCROLL,
                RuleRow.text(shown.settings(), "\n"));
        settings.setToolTipText("name=value, one a line; limit=SECONDS is how long the handler may take");
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, 56).applyTo(settings);
        new Label(fields, SWT.NONE);
        enabled = new Button(fields, SWT.CHECK);
        enabled.setText("On");
        enabled.setSelection(shown.enabled());
        if (before.isEmpty()) {
            handler.addListener(SWT.Selection, e -> suggest());
        }
        return area;
    }

    /** A new rule begins as the one that its handler comes with. */
    private void suggest() {
        handlers.stream()
                .filter(h -> h.id().equals(id()))
                .findFirst()
                .map(Known::rule)
                .ifPresent(rule -> {
                    event.setText(rule.event());
                    from.setText(rule.from());
                    tables.setText(rule.tables());
                    settings.setText(RuleRow.text(rule.settings(), "\n"));
                });
    }

    private static String name(Known known) {
        return known.label() + " (" + known.id() + ")";
    }

    private String name(String id) {
        return handlers.stream()
                .filter(h -> h.id().equals(id))
                .map(RuleDialog::name)
                .findFirst()
                .orElse(id);
    }

    /** What is chosen from the list, or the identifier of one that is not here. */
    private String id() {
        String text = handler.getText().strip();
        return handlers.stream()
                .filter(h -> name(h).equals(text))
                .map(Known::id)
                .findFirst()
                .orElse(text);
    }

    private static List<String> events() {
        List<String> words = new ArrayList<>(KINDS);
        words.addAll(List.of("table.highlight.row", "table.load.*", "coord.pointAt.sky", "image.load.fits"));
        return words;
    }

    private List<String> sources() {
        Set<String> words = new LinkedHashSet<>(List.of("*", "here", "samp", "handler"));
        words.addAll(programs);
        return List.copyOf(words);
    }

    private Combo combo(Composite parent, String label, String id, List<String> choices, String value) {
        new Label(parent, SWT.NONE).setText(label);
        Combo combo = new Combo(parent, SWT.DROP_DOWN);
        combo.setData("org.volans.id", id);
        combo.setItems(choices.toArray(String[]::new));
        combo.setText(value);
        combo.addListener(SWT.Modify, e -> validate());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(combo);
        return combo;
    }

    private Text text(Composite parent, String label, String id, int style, String value) {
        Label before = new Label(parent, SWT.NONE);
        before.setText(label);
        GridDataFactory.swtDefaults()
                .align(SWT.BEGINNING, SWT.BEGINNING)
                .indent(0, 4)
                .applyTo(before);
        Text text = new Text(parent, style);
        text.setData("org.volans.id", id);
        text.setText(value);
        text.addListener(SWT.Modify, e -> validate());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(text);
        return text;
    }

    private void validate() {
        String fault = fault();
        setErrorMessage(fault);
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(fault == null);
        }
    }

    private String fault() {
        if (handler.getText().isBlank()) {
            return "Choose a handler.";
        }
        if (event.getText().isBlank()
                || from.getText().isBlank()
                || tables.getText().isBlank()) {
            return "Event, From and Tables say something; * stands for anything.";
        }
        String told = event.getText().strip();
        if (!KINDS.contains(told) && told.indexOf('.') < 1) {
            return "There is no event '" + told + "': choose one, or write an MType such as table.highlight.row.";
        }
        return settings.getText()
                .lines()
                .filter(line -> !line.isBlank() && line.indexOf('=') < 1)
                .findFirst()
                .map(line -> "A setting is name=value, not '" + line.strip() + "'.")
                .orElseGet(this::faultOfRule);
    }

    private String faultOfRule() {
        try {
            made();
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private HandlerRule made() {
        Map<String, String> values = new LinkedHashMap<>();
        settings.getText().lines().filter(line -> !line.isBlank()).forEach(line -> {
            int equals = line.indexOf('=');
            values.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        });
        return new HandlerRule(
                id(),
                event.getText().strip(),
                from.getText().strip(),
                tables.getText().strip(),
                enabled.getSelection(),
                values);
    }

    @Override
    protected void okPressed() {
        rule = made();
        super.okPressed();
    }

    /** Opens it; empty when cancelled. */
    Optional<HandlerRule> ask() {
        return open() == OK ? Optional.of(rule) : Optional.empty();
    }
}

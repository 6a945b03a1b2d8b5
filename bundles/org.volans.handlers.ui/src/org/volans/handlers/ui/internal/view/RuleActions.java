package org.volans.handlers.ui.internal.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IActionBars;
import org.volans.api.handler.HandlerRule;
import org.volans.ui.widgets.Icons;

/** What can be done with rules. UI thread only. */
@NonNullByDefault({})
final class RuleActions {

    private static final String PLUGIN = "org.volans.handlers.ui";

    /** What the actions need of the view. */
    interface Desk {

        /** Asks the user for a rule. */
        void ask(Optional<HandlerRule> before, java.util.function.Consumer<HandlerRule> then);

        /** The user's rules now. */
        List<HandlerRule> rules();

        /** Puts rules in force; then a row is selected. */
        void change(List<HandlerRule> rules, int selected);

        /** Shows the file of the rules. */
        void openFile();
    }

    private final RulesTable table;
    private final Desk desk;
    private final Action add;
    private final Action edit;
    private final Action remove;
    private final Action up;
    private final Action down;
    private final Action file;

    RuleActions(RulesTable table, Desk desk) {
        this.table = table;
        this.desk = desk;
        add = action("Add Rule…", "add", "Add a rule", this::add);
        edit = action("Edit…", "edit", "Change the selected rule", this::edit);
        remove = action(
                "Remove",
                "remove",
                "Take the selected rule out; its handler then runs as its plug-in says",
                this::remove);
        up = action("Move Up", "up", "Let the selected rule decide before the one above it", () -> move(-1));
        down = action("Move Down", "down", "Let the rule below decide before the selected one", () -> move(1));
        file = action("Open handlers.json", "file", "Show the file that the rules are kept in", desk::openFile);
        Table widget = table.viewer().getTable();
        widget.addListener(SWT.Selection, e -> enable());
        table.viewer().addSelectionChangedListener(e -> enable());
        table.viewer().addCheckStateListener(e -> toggle((RuleRow) e.getElement(), e.getChecked()));
        table.viewer().addDoubleClickListener(e -> edit());
        widget.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.DEL && remove.isEnabled()) {
                remove();
            }
        });
        MenuManager menu = new MenuManager();
        fill(menu);
        widget.setMenu(menu.createContextMenu(widget));
        widget.addDisposeListener(e -> menu.dispose());
        enable();
    }

    void fill(IActionBars bars) {
        fill(bars.getToolBarManager());
    }

    private void fill(IContributionManager to) {
        to.add(add);
        to.add(edit);
        to.add(remove);
        to.add(new Separator());
        to.add(up);
        to.add(down);
        to.add(new Separator());
        to.add(file);
    }

    private static Action action(String label, String icon, String tip, Runnable run) {
        Action action = new Action(label) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setImageDescriptor(Icons.descriptor(PLUGIN, icon));
        action.setToolTipText(tip);
        return action;
    }

    private Optional<RuleRow> row() {
        int index = table.selected();
        return index < 0 ? Optional.empty() : Optional.of(table.rows().get(index));
    }

    void enable() {
        Optional<RuleRow> row = row();
        boolean own = row.map(RuleRow::own).orElse(true);
        int index = table.selected();
        edit.setEnabled(row.isPresent());
        remove.setEnabled(!own);
        up.setEnabled(!own && index > 0);
        down.setEnabled(!own && index < desk.rules().size() - 1);
    }

    private void add() {
        // where it decides before the others
        desk.ask(Optional.empty(), rule -> {
            List<HandlerRule> rules = new ArrayList<>(desk.rules());
            rules.addFirst(rule);
            desk.change(rules, 0);
        });
    }

    private void edit() {
        row().ifPresent(row -> {
            int index = table.selected();
            desk.ask(Optional.of(row.rule()), rule -> put(row, index, rule));
        });
    }

    private void toggle(RuleRow row, boolean on) {
        put(row, table.rows().indexOf(row), RuleRow.enabled(row.rule(), on));
    }

    /** A handler's own rule is not changed: the user gets one in its place. */
    private void put(RuleRow row, int index, HandlerRule rule) {
        List<HandlerRule> rules = new ArrayList<>(desk.rules());
        if (row.own() || index >= rules.size()) {
            rules.add(rule);
            desk.change(rules, rules.size() - 1);
        } else {
            rules.set(index, rule);
            desk.change(rules, index);
        }
    }

    private void remove() {
        List<HandlerRule> rules = new ArrayList<>(desk.rules());
        rules.remove(table.selected());
        desk.change(rules, Math.min(table.selected(), Math.max(0, rules.size() - 1)));
    }

    private void move(int by) {
        int index = table.selected();
        List<HandlerRule> rules = new ArrayList<>(desk.rules());
        Collections.swap(rules, index, index + by);
        desk.change(rules, index + by);
    }
}

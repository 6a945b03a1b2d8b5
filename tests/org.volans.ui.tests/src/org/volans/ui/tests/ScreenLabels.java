package org.volans.ui.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;

/** The words that can be read on the screen, and the menus of the window. UI thread. */
final class ScreenLabels {

    private static final String WAY = " ▸ ";

    private ScreenLabels() {}

    /** What all windows and dialogs show at this moment; menu entries with the way to them, as {@code Data ▸ …}. */
    static Set<String> all() {
        Set<String> labels = new LinkedHashSet<>();
        for (Shell shell : Display.getCurrent().getShells()) {
            if (shell.isVisible()) {
                labels.add(shell.getText());
                List<Control> controls = new ArrayList<>();
                Ui.collect(shell, Control.class, controls);
                controls.stream()
                        .flatMap(ScreenLabels::words)
                        .map(ScreenLabels::plain)
                        .forEach(labels::add);
                if (shell.getMenuBar() != null) {
                    menu(shell.getMenuBar(), "", labels);
                }
            }
        }
        return labels;
    }

    private static Stream<@Nullable String> words(Control control) {
        Stream<@Nullable String> own = switch (control) {
            case Label label -> Stream.of(label.getText());
            case CLabel label -> Stream.of(label.getText());
            case Button button -> Stream.of(button.getText());
            case Link link -> Stream.of(link.getText());
            case CTabFolder tabs -> texts(tabs.getItems());
            case ToolBar bar ->
                Stream.concat(
                        texts(bar.getItems()), Arrays.stream(bar.getItems()).map(ToolItem::getToolTipText));
            case Table table -> texts(table.getColumns());
            case Tree tree -> Stream.concat(texts(tree.getColumns()), texts(tree.getItems()));
            default -> Stream.of();
        };
        return Stream.concat(own, Stream.of(control.getToolTipText()));
    }

    private static Stream<@Nullable String> texts(Item... items) {
        return Arrays.stream(items).map(Item::getText);
    }

    private static String plain(@Nullable String words) {
        return words == null
                ? ""
                : words.replaceAll("</?a>", "").replace("&", "").replaceAll("\t.*", "");
    }

    private static void menu(Menu menu, String way, Set<String> labels) {
        Ui.notify(menu, SWT.Show);
        for (MenuItem item : menu.getItems()) {
            String label = way + plain(item.getText());
            labels.add(label);
            if (item.getMenu() != null) {
                menu(item.getMenu(), label + WAY, labels);
            }
        }
        Ui.notify(menu, SWT.Hide);
    }

    /** Chooses an entry of the window's menus; it must not be grey. */
    static void choose(String way) {
        Menu menu = Ui.page().getWorkbenchWindow().getShell().getMenuBar();
        choose(menu, way.split(WAY), 0);
    }

    private static void choose(Menu menu, String[] way, int at) {
        Ui.notify(menu, SWT.Show);
        MenuItem item = Arrays.stream(menu.getItems())
                .filter(i -> plain(i.getText()).equals(way[at]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + String.join(WAY, way)));
        if (at + 1 < way.length) {
            choose(Optional.ofNullable(item.getMenu()).orElseThrow(), way, at + 1);
        } else if (item.isEnabled()) {
            if ((item.getStyle() & SWT.CHECK) != 0) {
                item.setSelection(!item.getSelection());
            }
            Ui.click(item);
        } else {
            throw new AssertionError(String.join(WAY, way) + " is grey");
        }
        Ui.notify(menu, SWT.Hide);
    }
}

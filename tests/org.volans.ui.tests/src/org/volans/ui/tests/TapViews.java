package org.volans.ui.tests;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IViewPart;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;

/** What a person does with the Services and the Jobs view. UI thread. */
final class TapViews {

    private TapViews() {}

    static <T extends Widget> Predicate<T> named(String id) {
        return w -> id.equals(w.getData("org.volans.id"));
    }

    static ServiceEntry service(String name) {
        return Ui.service(ServiceList.class).all().stream()
                .filter(s -> s.name().contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** The action of the view's tool bar or menu. */
    static IAction action(IViewPart view, String label) {
        IActionBars bars = view.getViewSite().getActionBars();
        return Stream.of(bars.getToolBarManager(), bars.getMenuManager())
                .flatMap(manager -> Arrays.stream(manager.getItems()))
                .filter(ActionContributionItem.class::isInstance)
                .map(i -> ((ActionContributionItem) i).getAction())
                .filter(a -> a.getText().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no action " + label));
    }

    /** Opens the nodes of a path, each recognised by how its text begins, and waits for each; gives the last. */
    static TreeItem expand(Tree tree, String... path) {
        TreeItem item = await(path[0], () -> roots(tree), path[0]);
        for (int i = 1; i < path.length; i++) {
            TreeItem parent = item;
            open(parent);
            item = await(path[i], () -> children(parent), path[i]);
        }
        return item;
    }

    static void open(TreeItem item) {
        item.setExpanded(true);
    }

    static Stream<TreeItem> roots(Tree tree) {
        return IntStream.range(0, tree.getItemCount()).mapToObj(tree::getItem);
    }

    static Stream<TreeItem> children(TreeItem item) {
        return item.isDisposed()
                ? Stream.of()
                : IntStream.range(0, item.getItemCount()).mapToObj(item::getItem);
    }

    /** Waits for a child of an item. */
    static TreeItem child(TreeItem item, String begins) {
        return await(begins, () -> children(item), begins);
    }

    /** Waits for a child of a root, whichever item that is. */
    static TreeItem await(Tree tree, String root, String begins) {
        return await(
                begins + " in " + root,
                () -> roots(tree).filter(i -> i.getText().startsWith(root)).flatMap(TapViews::children),
                begins);
    }

    private static TreeItem await(String what, java.util.function.Supplier<Stream<TreeItem>> items, String begins) {
        try {
            return Ui.found(what, () -> begins(items.get(), begins));
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + ", only "
                            + items.get().map(TreeItem::getText).toList(),
                    e);
        }
    }

    private static Optional<TreeItem> begins(Stream<TreeItem> items, String begins) {
        return items.filter(i -> i.getText().startsWith(begins)).findFirst();
    }

    static void select(Tree tree, TreeItem item) {
        tree.setSelection(item);
        Ui.notify(tree, SWT.Selection);
    }
}

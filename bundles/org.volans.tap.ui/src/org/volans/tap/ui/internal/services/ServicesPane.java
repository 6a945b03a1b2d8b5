package org.volans.tap.ui.internal.services;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewSite;
import org.volans.tap.ui.internal.Notice;
import org.volans.tap.ui.internal.Opener;
import org.volans.tap.ui.internal.TextInsertion;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.widgets.Count;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Workplace;

/** Filter, tree and details of the services. UI thread only. */
final class ServicesPane {

    private final ServicesView.Services services;
    private final IViewSite site;
    private final Composite area;
    private final Text filter;
    private final ServiceTree tree;
    private final ServiceDetails details;
    private final ServiceActions actions;
    private final AdqlText names;
    private final Notice notice;
    private final ServiceMenus menus;
    private final ServiceRemoval removal;

    ServicesPane(Composite parent, IViewSite site, ServicesView.Services services) {
        this.services = services;
        this.site = site;
        area = parent;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage("Filter schemas, tables, columns");
        filter.setData("org.volans.id", "services.filter");
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 4).applyTo(filter);
        SashForm parts = new SashForm(area, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).indent(0, 4).applyTo(parts);
        names = new AdqlText(services.adql());
        tree = new ServiceTree(parts, services.tap(), this::changed, this::filtered);
        notice = new Notice(area, "services.notice");
        Opener opener = new Opener(site.getPage(), new Workplace(area), notice);
        actions = new ServiceActions(tree, opener, services.runner(), services.folder(), names);
        details = new ServiceDetails(parts, services.tap(), this::choices, tree::load);
        parts.setWeights(50, 50);
        removal = new ServiceRemoval(services.list(), new Workplace(area), notice);
        site.setSelectionProvider(tree.viewer());
        menus = new ServiceMenus(this);
        menus.install(site, tree.control());
        filter.addModifyListener(e -> tree.filter(filter.getText()));
        filter.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.ARROW_DOWN) {
                tree.control().setFocus();
            } else if (e.keyCode == SWT.ESC) {
                filter.setText("");
            }
        });
        listen();
        dragText();
        area.addListener(SWT.Resize, e -> orient(parts));
    }

    /** Side by side where there is room for it. */
    private void orient(SashForm parts) {
        boolean wide = area.getSize().x > area.getSize().y * 3 / 2;
        parts.setOrientation(wide ? SWT.HORIZONTAL : SWT.VERTICAL);
    }

    private void listen() {
        tree.viewer().addSelectionChangedListener(e -> {
            List<Node> selected = selected();
            menus.update(selected);
            details.show(selected.stream().findFirst());
        });
        tree.viewer().addDoubleClickListener(e -> onNode(this::open));
        tree.control().addListener(SWT.MouseUp, e -> {
            if (e.button == 1 && selected().size() == 1 && selected().getFirst() instanceof Note note) {
                open(note);
            }
        });
    }

    /** The usual thing to do with a node. */
    private void open(Node node) {
        switch (node) {
            case Note note when note.kind() == Note.Kind.RETRY -> actions.reload(note);
            case ExampleNode example -> actions.newQuery(example);
            case ColumnNode column -> insert(List.of(column));
            case Node other
            when !(other instanceof Note) ->
                tree.viewer().setExpandedState(other, !tree.viewer().getExpandedState(other));
            default -> {
                // a note has nothing to open
            }
        }
    }

    private void dragText() {
        tree.viewer()
                .addDragSupport(
                        DND.DROP_COPY | DND.DROP_MOVE,
                        new Transfer[] {TextTransfer.getInstance()},
                        new DragSourceAdapter() {
                            @Override
                            @NonNullByDefault({})
                            public void dragStart(DragSourceEvent event) {
                                event.doit = !textOf(selected()).isEmpty();
                            }

                            @Override
                            @NonNullByDefault({})
                            public void dragSetData(DragSourceEvent event) {
                                event.data = textOf(selected());
                            }
                        });
    }

    void show(List<ServiceEntry> entries) {
        tree.show(entries);
    }

    void setFocus() {
        tree.control().setFocus();
    }

    ServiceActions actions() {
        return actions;
    }

    List<Node> selected() {
        IStructuredSelection selection = tree.viewer().getStructuredSelection();
        return selection.stream()
                .filter(Node.class::isInstance)
                .map(Node.class::cast)
                .toList();
    }

    String textOf(List<Node> nodes) {
        return names.of(nodes);
    }

    /** Does something with the one selected node. */
    void onNode(Consumer<Node> run) {
        List<Node> selected = selected();
        if (selected.size() == 1) {
            run.accept(selected.getFirst());
        }
    }

    /** Does something with the selected table, or that of the selected column. */
    void onTable(Consumer<TableNode> run) {
        onNode(node -> {
            if (node instanceof TableNode table) {
                run.accept(table);
            } else if (node instanceof ColumnNode column) {
                run.accept(column.table());
            }
        });
    }

    void copy() {
        actions.copy(textOf(selected()));
    }

    void insert() {
        insert(selected());
    }

    private void insert(List<Node> nodes) {
        if (!TextInsertion.into(site.getPage(), textOf(nodes))) {
            notice.say("No query is open in front", new Choice("New query", () -> {
                notice.clear();
                actions.newQuery(nodes.getFirst());
            }));
        }
    }

    void collapseAll() {
        tree.viewer().collapseAll();
    }

    void addService() {
        AddServiceDialog dialog = new AddServiceDialog(
                site.getShell(), services.registry(), services.choice(), services.tap(), services.list());
        if (dialog.open() == Window.OK) {
            filter.setText("");
        }
    }

    void removeServices() {
        removal.remove(selected().stream()
                .filter(ServiceNode.class::isInstance)
                .map(n -> n.service().entry())
                .toList());
    }

    private void changed(Branch<?> branch) {
        details.changed(branch);
        menus.update(selected());
    }

    private void filtered(Shown shown) {
        if (!shown.filtered()) {
            notice.clear();
            return;
        }
        String found = switch (shown.matches()) {
            case 0 -> "Nothing found";
            case 1 -> "1 found";
            default -> Count.of(shown.matches()) + " found";
        };
        if (shown.unknown() == 0) {
            notice.say(found, new Choice("Clear filter", () -> filter.setText("")));
        } else {
            String unread = shown.unknown() == 1
                    ? "; 1 service is not read yet"
                    : "; " + shown.unknown() + " services are not read yet";
            notice.say(found + unread, new Choice("Read", tree::readAll));
        }
    }

    private List<Choice> choices(Node node) {
        return switch (node) {
            case ServiceNode service ->
                List.of(
                        reading(service)
                                ? stopChoice(service)
                                : new Choice(
                                        service.state() == Branch.State.FAILED ? "Try again" : "Refresh",
                                        () -> actions.reload(service)),
                        new Choice("New query", () -> actions.newQuery(service)),
                        new Choice("Check availability", () -> details.checkAvailability(service)));
            case TableNode table -> tableChoices(table);
            case ColumnNode column -> List.of(insertChoice(column), copyChoice(column));
            case SchemaNode schema -> List.of(copyChoice(schema));
            case GroupNode group -> List.of();
            case ExampleNode example -> List.of(new Choice("Open as query", () -> actions.newQuery(example)));
            case ExamplesNode examples ->
                List.of(
                        reading(examples)
                                ? stopChoice(examples)
                                : new Choice("Refresh", () -> actions.reload(examples)));
            case Note note when reading(note.about()) -> List.of(stopChoice(note.about()));
            case Note note ->
                note.kind() == Note.Kind.FAILURE || note.kind() == Note.Kind.RETRY
                        ? List.of(new Choice("Try again", () -> actions.reload(note)))
                        : List.of();
        };
    }

    private static boolean reading(Branch<?> branch) {
        return branch.state() == Branch.State.READING;
    }

    private Choice stopChoice(Branch<?> branch) {
        return new Choice("Stop", () -> tree.stop(branch));
    }

    private List<Choice> tableChoices(TableNode table) {
        Choice preview = new Choice("Preview", () -> actions.preview(table));
        Choice query = new Choice("New query", () -> actions.newQuery(table));
        if (reading(table)) {
            return List.of(stopChoice(table), preview, query, insertChoice(table), copyChoice(table));
        }
        return table.state() == Branch.State.FAILED
                ? List.of(new Choice("Try again", () -> actions.reload(table)), preview, query)
                : List.of(preview, query, insertChoice(table), copyChoice(table));
    }

    private Choice insertChoice(Node node) {
        return new Choice("Insert", () -> insert(List.of(node)));
    }

    private Choice copyChoice(Node node) {
        return new Choice("Copy name", () -> actions.copy(textOf(List.of(node))));
    }
}

package org.volans.handlers.ui.internal.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWindowListener;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.volans.api.datalink.LinkRow;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerService;
import org.volans.api.table.SharedTable;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.selection.ReceivedSelection;
import org.volans.ui.selection.SelectionFollower;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.selection.TableRow;
import org.volans.ui.selection.TableRows;
import org.volans.ui.selection.TableSharing;

/**
 * Turns what the user selects and opens here into events for handlers. What another program has selected here is none: it has
 * been handled. UI thread only; handlers run in jobs.
 */
@Component(service = SelectionEvents.class)
public final class SelectionEvents implements IWindowListener {

    private static final EventSource HERE = new EventSource.Here();

    private final OpenTables tables;
    private final TableSharing sharing;
    private final ReceivedSelection received;
    private final NewestEvent rows;
    private final NewestEvent points;
    private final NewestEvent links;
    private final HandlerService handlers;
    private final ISelectionListener selected = (part, selection) -> take(selection);
    private final Set<OpenTable> known = new HashSet<>();

    /** Rows that other programs selected, as long as the user has selected no other ones of that table. */
    private final Map<OpenTable, List<Long>> receivedRows = new HashMap<>();

    private Optional<List<TableRow>> lastRows = Optional.empty();
    private Optional<SkyPoint> lastPoint = Optional.empty();
    private Optional<LinkRow> lastLink = Optional.empty();

    /** Follows nothing yet. */
    @Activate
    public SelectionEvents(
            @Reference OpenTables tables,
            @Reference TableSharing sharing,
            @Reference ReceivedSelection received,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) HandlerService handlers) {
        this.tables = tables;
        this.sharing = sharing;
        this.received = received;
        this.handlers = handlers;
        this.rows = new NewestEvent(handlers);
        this.points = new NewestEvent(handlers);
        this.links = new NewestEvent(handlers);
    }

    /** Begins; what is open already counts as old. */
    public void follow(IWorkbench workbench) {
        known.addAll(tables.all());
        tables.addListener(this::tablesChanged);
        received.addListener(this::receive);
        workbench.addWindowListener(this);
        for (IWorkbenchWindow window : workbench.getWorkbenchWindows()) {
            window.getSelectionService().addPostSelectionListener(selected);
        }
    }

    private void receive(Object thing) {
        switch (thing) {
            case TableRow row -> receivedRows.put(row.table(), List.of(row.row()));
            case TableRows several -> receivedRows.put(several.table(), several.rows());
            case SkyPoint point -> lastPoint = Optional.of(point);
            default -> throw new IllegalArgumentException("neither rows nor a position: " + thing);
        }
    }

    private void take(@Nullable ISelection selection) {
        if (!(selection instanceof IStructuredSelection structured)) {
            return;
        }
        List<TableRow> chosen = new ArrayList<>();
        for (Object element : structured) {
            if (element instanceof TableRow row) {
                chosen.add(row);
            }
        }
        if (!chosen.isEmpty()) {
            rows(chosen);
        }
        SelectionFollower.first(selection, SkyPoint.class).ifPresent(this::point);
        SelectionFollower.first(selection, LinkRow.class).ifPresent(this::link);
    }

    private void rows(List<TableRow> chosen) {
        TableRow first = chosen.getFirst();
        if (receivedRows.getOrDefault(first.table(), List.of()).contains(first.row())) {
            // the user may come back to what was selected before
            lastRows = Optional.of(chosen);
            return;
        }
        receivedRows.remove(first.table());
        boolean same = lastRows.filter(chosen::equals).isPresent();
        boolean sameFirst = lastRows.filter(l -> l.getFirst().equals(first)).isPresent();
        lastRows = Optional.of(chosen);
        if (same) {
            return;
        }
        SharedTable table = sharing.shared(first.table());
        List<HandlerEvent> events = new ArrayList<>();
        if (!sameFirst) {
            events.add(new HandlerEvent.Row(table, first.row(), HERE));
        }
        if (chosen.size() > 1) {
            events.add(new HandlerEvent.Rows(
                    table, chosen.stream().map(TableRow::row).toList(), HERE));
        }
        rows.run("Handling row " + (first.row() + 1) + " of " + first.table().name(), events);
    }

    private void point(SkyPoint point) {
        boolean same = lastPoint.filter(point::equals).isPresent();
        lastPoint = Optional.of(point);
        if (!same) {
            points.run(
                    "Handling the position " + point.position(),
                    List.of(new HandlerEvent.Pointed(point.position(), HERE)));
        }
    }

    private void link(LinkRow link) {
        boolean same = lastLink.filter(link::equals).isPresent();
        lastLink = Optional.of(link);
        if (!same) {
            links.run("Handling a link of " + link.id(), List.of(new HandlerEvent.Link(link, HERE)));
        }
    }

    private void tablesChanged() {
        List<OpenTable> now = tables.all();
        known.retainAll(now);
        receivedRows.keySet().retainAll(now);
        for (OpenTable table : now) {
            SharedTable shared = sharing.shared(table);
            // those that others sent have an address, and have been handled
            if (known.add(table) && shared.url().isEmpty()) {
                new NewestEvent(handlers)
                        .run("Handling " + table.name(), List.of(new HandlerEvent.Table(shared, HERE)));
            }
        }
    }

    @Override
    @NonNullByDefault({})
    public void windowOpened(IWorkbenchWindow window) {
        window.getSelectionService().addPostSelectionListener(selected);
    }

    @Override
    @NonNullByDefault({})
    public void windowClosed(IWorkbenchWindow window) {
        window.getSelectionService().removePostSelectionListener(selected);
    }

    @Override
    @NonNullByDefault({})
    public void windowActivated(IWorkbenchWindow window) {
        // what is selected there is told by its own listener
    }

    @Override
    @NonNullByDefault({})
    public void windowDeactivated(IWorkbenchWindow window) {
        // nothing is selected by that
    }
}

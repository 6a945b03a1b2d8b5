package org.volans.discovery.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWindowListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IServiceLocator;
import org.eclipse.ui.services.ISourceProviderService;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.selection.SelectionFollower;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.selection.TableRow;

/**
 * What the commands act on: the table with positions that the user works with, and the newest highlighted row or
 * pointed-at position, whichever part has the focus now. UI thread only.
 */
@NonNullByDefault({})
public final class HereProvider extends AbstractSourceProvider {

    private static final String TABLE = "org.volans.discovery.ui.positionTable";
    private static final String PLACE = "org.volans.discovery.ui.place";

    private final List<Consumer<Place>> followers = new ArrayList<>();
    private final ISelectionListener selected = (part, selection) -> take(selection);
    private final Runnable tablesChanged = this::tell;
    private Optional<OpenTable> newest = Optional.empty();
    private Optional<Place> place = Optional.empty();
    private OpenTables tables;

    private final IWindowListener windows = new IWindowListener() {
        @Override
        public void windowOpened(IWorkbenchWindow window) {
            window.getSelectionService().addPostSelectionListener(selected);
        }

        @Override
        public void windowClosed(IWorkbenchWindow window) {
            window.getSelectionService().removePostSelectionListener(selected);
        }

        @Override
        public void windowActivated(IWorkbenchWindow window) {
            // what is selected there is told by its own listener
        }

        @Override
        public void windowDeactivated(IWorkbenchWindow window) {
            // the newest place stays
        }
    };

    /** The workbench's only one. */
    public static HereProvider get() {
        return (HereProvider) PlatformUI.getWorkbench()
                .getService(ISourceProviderService.class)
                .getSourceProvider(PLACE);
    }

    @Override
    public void initialize(IServiceLocator locator) {
        tables = PlatformUI.getWorkbench().getService(OpenTables.class);
        tables.addListener(tablesChanged);
        PlatformUI.getWorkbench().addWindowListener(windows);
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            windows.windowOpened(window);
        }
    }

    @Override
    public void dispose() {
        tables.removeListener(tablesChanged);
        PlatformUI.getWorkbench().removeWindowListener(windows);
    }

    /** The open tables that have positions. */
    public List<OpenTable> tables() {
        return tables.all().stream().filter(Place::hasPositions).toList();
    }

    /**
     * The table with positions that the user works with: the one in front, else the one selected last, else the one
     * opened last.
     */
    public Optional<OpenTable> table() {
        List<OpenTable> known = tables();
        return inFront()
                .or(() -> newest.filter(known::contains))
                .or(() -> known.isEmpty() ? Optional.empty() : Optional.of(known.getLast()));
    }

    /**
     * The active editor's table if it has positions. One that was loaded while another part had the focus has told nobody
     * of itself.
     */
    public static Optional<OpenTable> inFront() {
        return Optional.ofNullable(PlatformUI.getWorkbench().getActiveWorkbenchWindow())
                .map(IWorkbenchWindow::getActivePage)
                .map(IWorkbenchPage::getActiveEditor)
                .map(editor -> editor.getSite().getSelectionProvider())
                .map(ISelectionProvider::getSelection)
                .flatMap(HereProvider::tableIn)
                .filter(Place::hasPositions);
    }

    private static Optional<OpenTable> tableIn(ISelection selection) {
        return SelectionFollower.first(selection, TableRow.class)
                .map(TableRow::table)
                .or(() -> SelectionFollower.first(selection, OpenTable.class));
    }

    /** The newest highlighted row or pointed-at position. */
    public Optional<Place> place() {
        return place.filter(p ->
                !(p instanceof Place.Row row) || tables.all().contains(row.row().table()));
    }

    /** The follower is told of each new place, until {@link #unfollow}. */
    public void follow(Consumer<Place> follower) {
        followers.add(follower);
    }

    /** Ends what {@link #follow} began. */
    public void unfollow(Consumer<Place> follower) {
        followers.remove(follower);
    }

    private void take(ISelection selection) {
        Optional<TableRow> row = SelectionFollower.first(selection, TableRow.class);
        tableIn(selection).filter(Place::hasPositions).ifPresent(table -> newest = Optional.of(table));
        Optional<Place> now = row.filter(r -> Place.hasPositions(r.table()))
                .<Place>map(Place.Row::new)
                .or(() -> SelectionFollower.first(selection, SkyPoint.class).map(Place.Point::new));
        if (now.isPresent() && !now.equals(place)) {
            place = now;
            tell();
            List.copyOf(followers).forEach(follower -> follower.accept(now.get()));
        }
    }

    private void tell() {
        fireSourceChanged(ISources.WORKBENCH, getCurrentState());
    }

    @Override
    public Map<String, String> getCurrentState() {
        return Map.of(TABLE, table().isPresent() ? "yes" : "no", PLACE, place().isPresent() ? "yes" : "no");
    }

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {TABLE, PLACE};
    }
}

package org.volans.samp.ui.internal.send;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.ResourceUtil;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.geometry.Position;
import org.volans.api.table.PositionColumns;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.selection.SelectionFollower;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.selection.TableRow;
import org.volans.ui.selection.TableSharing;

/** What the user means when something is to be sent: what is selected, else what the editor in front shows. UI thread only. */
final class Subjects {

    private final IWorkbenchPage page;

    Subjects(IWorkbenchPage page) {
        this.page = page;
    }

    /** Empty when there is nothing of the kind. */
    Optional<Subject> find(Kind kind) {
        return switch (kind) {
            case TABLE -> table().map(Subjects::subject);
            case IMAGE -> image();
            case POSITION -> position();
        };
    }

    private Optional<OpenTable> table() {
        List<OpenTable> open =
                PlatformUI.getWorkbench().getService(OpenTables.class).all();
        return selected(TableRow.class)
                .map(TableRow::table)
                .or(() -> selected(OpenTable.class))
                .or(() -> open.isEmpty() ? Optional.empty() : Optional.of(open.getLast()));
    }

    private static Subject subject(OpenTable table) {
        TableSharing sharing = PlatformUI.getWorkbench().getService(TableSharing.class);
        return new Subject(
                Kind.TABLE, table.name(), (sender, to, monitor) -> sender.table(sharing.shared(table), to, monitor));
    }

    private Optional<Subject> image() {
        @Nullable IEditorPart editor = page.getActiveEditor();
        if (editor == null || !Ids.IMAGE_EDITOR.equals(editor.getSite().getId())) {
            return Optional.empty();
        }
        IEditorInput input = editor.getEditorInput();
        return path(input)
                .map(path -> new Subject(
                        Kind.IMAGE,
                        input.getName(),
                        (sender, to, monitor) -> sender.image(path, input.getName(), to, monitor)));
    }

    private static Optional<Path> path(IEditorInput input) {
        @Nullable IFile file = ResourceUtil.getFile(input);
        try {
            if (file != null) {
                return Optional.of(ProjectFolder.path(file));
            }
        } catch (OutputException e) {
            // it is not on this computer's disks, so that others could not read it, neither
            return Optional.empty();
        }
        return input instanceof IURIEditorInput uri ? Optional.of(Path.of(uri.getURI())) : Optional.empty();
    }

    private Optional<Subject> position() {
        return selected(SkyPoint.class)
                .map(point -> new Subject(
                        Kind.POSITION,
                        point.position().toString(),
                        (sender, to, monitor) -> sender.position(point.position(), to, monitor)))
                .or(() -> selected(TableRow.class)
                        .filter(row -> PositionColumns.of(row.table().table()).isPresent())
                        .map(row -> new Subject(
                                Kind.POSITION,
                                "of row " + (row.row() + 1) + " of "
                                        + row.table().name(),
                                (sender, to, monitor) -> sender.position(position(row), to, monitor))));
    }

    /** Outside of the UI thread. */
    private static Position position(TableRow row) throws InputException {
        try {
            return PositionColumns.position(row.table().table(), row.row())
                    .orElseThrow(() -> new InputException("Row " + (row.row() + 1) + " has no position."));
        } catch (IOException e) {
            throw new InputException("Row " + (row.row() + 1) + " cannot be read: " + e.getMessage(), e);
        }
    }

    private <T> Optional<T> selected(Class<T> kind) {
        return SelectionFollower.first(page.getSelection(), kind).or(() -> SelectionFollower.first(inFront(), kind));
    }

    /** What is selected in the editor in front, whichever part has the focus. */
    private @Nullable ISelection inFront() {
        @Nullable IEditorPart editor = page.getActiveEditor();
        @Nullable
        ISelectionProvider provider = editor == null ? null : editor.getSite().getSelectionProvider();
        return provider == null ? null : provider.getSelection();
    }
}

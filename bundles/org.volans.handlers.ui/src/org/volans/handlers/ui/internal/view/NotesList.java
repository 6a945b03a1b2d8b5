package org.volans.handlers.ui.internal.view;

import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.volans.handlers.ui.internal.host.Clock;
import org.volans.handlers.ui.internal.host.Note;
import org.volans.ui.widgets.Icons;
import org.volans.ui.widgets.Palette;
import org.volans.ui.widgets.ThemeWatch;
import org.volans.ui.widgets.Tone;

/** What handlers said in words, the latest first; a page opens in the browser. UI thread only. */
@NonNullByDefault({})
final class NotesList {

    private static final String PLUGIN = "org.volans.handlers.ui";

    private final Composite parent;
    private final TableViewer viewer;

    NotesList(Composite parent) {
        this.parent = parent;
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
        Label title = new Label(parent, SWT.NONE);
        title.setText("Latest results");
        Tone.MUTED.on(title);
        GridDataFactory.fillDefaults().indent(4, 3).applyTo(title);
        viewer = new TableViewer(parent, SWT.SINGLE | SWT.FULL_SELECTION);
        viewer.getTable().setData("org.volans.id", "handlers.notes");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(viewer.getTable());
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.setLabelProvider(new Labels());
        viewer.addDoubleClickListener(
                e -> open((Note) viewer.getStructuredSelection().getFirstElement()));
        ThemeWatch.on(viewer.getTable(), viewer::refresh);
    }

    private final class Labels extends ColumnLabelProvider {

        @Override
        public String getText(Object element) {
            Note note = (Note) element;
            return Clock.time(note.time()) + "  " + note.text().replaceAll("\\s+", " ");
        }

        @Override
        public String getToolTipText(Object element) {
            Note note = (Note) element;
            String page = note.page()
                    .map(url -> "\n" + url + "\nDouble-click opens it in the browser")
                    .orElse("");
            return note.text() + "\n" + note.handler() + page;
        }

        @Override
        public Image getImage(Object element) {
            return Icons.image(PLUGIN, ((Note) element).page().isPresent() ? "page" : "note");
        }

        @Override
        public Color getForeground(Object element) {
            return ((Note) element).warning() ? Palette.of(viewer.getTable()).warn() : null;
        }
    }

    private static void open(Note note) {
        if (note != null) {
            note.page().ifPresent(url -> Program.launch(url.toString()));
        }
    }

    /** Shows notes; without any there is nothing but the room that the rules can use. */
    void show(List<Note> notes) {
        viewer.setInput(notes);
        if (parent.getVisible() == notes.isEmpty()) {
            parent.setVisible(!notes.isEmpty());
            parent.getParent().layout();
        }
    }
}

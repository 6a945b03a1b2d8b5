package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.volans.ui.Ids;
import org.volans.ui.services.ServiceList;

/**
 * A query file in its editor, and what a person does with it. UI thread.
 *
 * @param file in the project's folder of queries
 * @param part that shows it
 */
record QueryEditor(IFile file, IEditorPart part) {

    private static final String MARKER = "org.volans.adql.ui.problem";

    /** Makes a file and opens it. */
    static QueryEditor open(String name, String text) throws Exception {
        return open(name, text.getBytes(StandardCharsets.UTF_8), file -> {
            // nothing is remembered of it
        });
    }

    /** Makes a file that remembers the service whose URL has a path in it, and opens it. */
    static QueryEditor open(String name, String text, String service) throws Exception {
        QueryEditor editor = open(
                name,
                text.getBytes(StandardCharsets.UTF_8),
                file -> file.setPersistentProperty(property("service"), url(service)));
        Ui.until("the service shows", () -> editor.service().getText().contains("/" + service));
        return editor;
    }

    /** What is done to a file before it is opened. */
    interface Preparation {
        void prepare(IFile file) throws CoreException;
    }

    static QueryEditor open(String name, byte[] bytes, Preparation preparation) throws Exception {
        IFolder folder = Ui.file("queries/x").getProject().getFolder("queries");
        if (!folder.exists()) {
            folder.create(true, true, null);
        }
        IFile file = folder.getFile(name);
        if (file.exists()) {
            file.delete(true, null);
        }
        file.create(new ByteArrayInputStream(bytes), true, null);
        preparation.prepare(file);
        IEditorPart part = IDE.openEditor(Ui.page(), file);
        assertThat(part.getSite().getId()).isEqualTo(Ids.ADQL_EDITOR);
        return new QueryEditor(file, part);
    }

    private static String url(String path) {
        return Ui.service(ServiceList.class).all().stream()
                .map(s -> s.url().toString())
                .filter(u -> u.contains(path))
                .findFirst()
                .orElseThrow();
    }

    static QualifiedName property(String name) {
        return new QualifiedName("org.volans", name);
    }

    /** What is remembered of the file. */
    String remembered(String name) {
        try {
            return String.valueOf(file.getPersistentProperty(property(name)));
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    List<IMarker> problems() {
        try {
            return Arrays.asList(file.findMarkers(MARKER, true, IResource.DEPTH_ZERO));
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    StyledText text() {
        return Ui.one(part, StyledText.class, t -> true);
    }

    IDocument document() {
        ITextEditor of = (ITextEditor) part;
        return of.getDocumentProvider().getDocument(of.getEditorInput());
    }

    Combo service() {
        return Ui.one(part, Combo.class, TapViews.named("adql.service"));
    }

    Link status() {
        return Ui.one(part, Link.class, TapViews.named("adql.status"));
    }

    ToolItem item(String id) {
        return Ui.all(part, ToolBar.class).stream()
                .flatMap(b -> Arrays.stream(b.getItems()))
                .filter(TapViews.named("adql." + id))
                .findFirst()
                .orElseThrow();
    }

    void command(String id) throws Exception {
        part.getSite().getService(IHandlerService.class).executeCommand("org.volans.adql.ui." + id, null);
    }

    void type(String keys) {
        text().forceFocus();
        for (char key : keys.toCharArray()) {
            Event event = new Event();
            event.type = SWT.KeyDown;
            event.character = key;
            event.widget = text();
            text().notifyListeners(SWT.KeyDown, event);
        }
    }

    void operate(int operation) {
        part.getAdapter(ITextOperationTarget.class).doOperation(operation);
    }

    /** Opens the list of proposals and waits until one in it begins so. */
    Table assist(int offset, String wanted) {
        text().forceFocus();
        text().setSelection(offset);
        operate(ISourceViewer.CONTENTASSIST_PROPOSALS);
        return Ui.found(
                "the list has " + wanted, () -> table(t -> texts(t).stream().anyMatch(s -> s.startsWith(wanted))));
    }

    /** A table in whatever shell it is. */
    static Optional<Table> table(Predicate<Table> which) {
        for (Shell shell : Display.getCurrent().getShells()) {
            if (shell.isVisible()) {
                List<Table> tables = new ArrayList<>();
                Ui.collect(shell, Table.class, tables);
                Optional<Table> found =
                        tables.stream().filter(Control::isVisible).filter(which).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    static List<String> texts(Table table) {
        // a virtual table fills its lines when they are asked for
        for (TableItem item : table.getItems()) {
            if (item.getText().isEmpty()) {
                Event event = new Event();
                event.item = item;
                event.index = table.indexOf(item);
                table.notifyListeners(SWT.SetData, event);
            }
        }
        return Arrays.stream(table.getItems()).map(TableItem::getText).toList();
    }
}

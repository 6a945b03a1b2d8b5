package org.volans.adql.ui.internal.bar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.ICheckStateProvider;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.volans.adql.ui.internal.run.Upload;
import org.volans.adql.ui.internal.run.Uploads;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTables;

/**
 * The tables that can be sent with a query: open ones and those of the project. The checked ones are sent, each under the
 * name in the first column. Not modal: the query can be read beside it. UI thread only.
 */
@NonNullByDefault({})
public final class UploadsDialog extends TitleAreaDialog {

    private final Uploads uploads;
    private final OpenTables open;
    private final ProjectFolder folder;
    private final List<String> wanted;
    private final List<Upload> rows = new ArrayList<>();
    private @Nullable CheckboxTableViewer viewer;

    /** @param wanted names that the query uses and no table has */
    public UploadsDialog(Shell parent, Uploads uploads, OpenTables open, ProjectFolder folder, List<String> wanted) {
        super(parent);
        this.uploads = uploads;
        this.open = open;
        this.folder = folder;
        this.wanted = new ArrayList<>(wanted);
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE);
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Uploads");
        shell.setData("org.volans.id", "adql.uploads");
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite box = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 10).applyTo(box);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(box);
        CheckboxTableViewer made = CheckboxTableViewer.newCheckList(box, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        viewer = made;
        Table table = made.getTable();
        table.setHeaderVisible(true);
        table.setData("org.volans.id", "adql.uploads.table");
        GridDataFactory.fillDefaults().grab(true, true).hint(480, 220).applyTo(table);
        made.setContentProvider(ArrayContentProvider.getInstance());
        nameColumn(made);
        column(made, "Table", 190, u -> u.label());
        column(
                made,
                "From",
                150,
                u -> u.file().map(f -> f.getParent().getFullPath().toString()).orElse("open, not stored"));
        made.setCheckStateProvider(new ICheckStateProvider() {
            @Override
            public boolean isChecked(Object element) {
                return bound((Upload) element);
            }

            @Override
            public boolean isGrayed(Object element) {
                return false;
            }
        });
        made.addCheckStateListener(e -> check((Upload) e.getElement(), e.getChecked()));
        setTitle("Tables sent with the query");
        fill();
        return area;
    }

    private void nameColumn(CheckboxTableViewer made) {
        TableViewerColumn names = column(made, "Name", 150, Upload::name);
        names.setEditingSupport(new EditingSupport(made) {
            @Override
            protected CellEditor getCellEditor(Object element) {
                TextCellEditor editor = new TextCellEditor(made.getTable());
                editor.setValidator(v -> Upload.legal(String.valueOf(v)) ? null : "Letters, digits and _ only");
                return editor;
            }

            @Override
            protected boolean canEdit(Object element) {
                return true;
            }

            @Override
            protected Object getValue(Object element) {
                return ((Upload) element).name();
            }

            @Override
            protected void setValue(Object element, Object value) {
                if (value != null) {
                    rename((Upload) element, value.toString());
                }
            }
        });
    }

    private static TableViewerColumn column(
            CheckboxTableViewer made, String title, int width, Function<Upload, String> text) {
        TableViewerColumn column = new TableViewerColumn(made, SWT.NONE);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(e -> text.apply((Upload) e)));
        return column;
    }

    private boolean bound(Upload row) {
        return uploads.all().stream().anyMatch(u -> u.name().equals(row.name()) && same(u, row));
    }

    private static boolean same(Upload a, Upload b) {
        return a.file().isPresent()
                ? a.file().equals(b.file())
                : b.file().isEmpty() && a.table().equals(b.table());
    }

    private void fill() {
        rows.clear();
        rows.addAll(uploads.all());
        open.all().forEach(t -> offer(Uploads.of(t)));
        files(folder.project()).forEach(f -> offer(uploads.of(f)));
        if (viewer != null) {
            viewer.setInput(rows);
        }
        say();
    }

    private void offer(Upload upload) {
        if (rows.stream().noneMatch(r -> same(r, upload))) {
            rows.add(upload);
        }
    }

    private void say() {
        if (rows.isEmpty()) {
            setMessage("Open a table, or put one into the project: it can then be sent along.");
        } else if (wanted.isEmpty()) {
            setMessage(
                    "Check a table to send it: the query then knows it as TAP_UPLOAD and its name, which a click changes.");
        } else {
            setMessage("The query uses TAP_UPLOAD." + String.join(", TAP_UPLOAD.", wanted)
                    + ": check the table it means.");
        }
    }

    private static List<IFile> files(IContainer container) {
        List<IFile> files = new ArrayList<>();
        try {
            container.accept(resource -> {
                if (resource instanceof IFile file && table(file)) {
                    files.add(file);
                }
                return !resource.isDerived() && !resource.getName().startsWith(".");
            });
        } catch (CoreException e) {
            ILog.of(UploadsDialog.class).warn("the project's tables cannot be listed: " + e.getMessage(), e);
        }
        return files;
    }

    /** Whether a file is one of those that the table editor opens. */
    private static boolean table(IFile file) {
        return Arrays.stream(PlatformUI.getWorkbench().getEditorRegistry().getEditors(file.getName()))
                .anyMatch(e -> e.getId().equals(Ids.TABLE_EDITOR));
    }

    private void check(Upload row, boolean checked) {
        if (!checked) {
            uploads.unbind(row.name());
        } else {
            Upload named = wanted.isEmpty() ? row : row.named(wanted.remove(0));
            Upload free = free(named);
            replace(row, free);
            uploads.bind(free);
        }
        refresh();
    }

    /** Two tables of one name cannot be sent. */
    private Upload free(Upload upload) {
        String name = upload.name();
        for (int i = 2; taken(name); i++) {
            name = upload.name() + i;
        }
        return upload.named(name);
    }

    private boolean taken(String name) {
        return uploads.all().stream().anyMatch(u -> u.name().equalsIgnoreCase(name));
    }

    private void rename(Upload row, String name) {
        if (!Upload.legal(name)) {
            setErrorMessage("'" + name + "' cannot name an upload: letters, digits and _, a letter first");
            return;
        }
        if (!name.equalsIgnoreCase(row.name()) && taken(name)) {
            setErrorMessage("Another table is sent as " + name);
            return;
        }
        setErrorMessage(null);
        boolean sent = bound(row);
        replace(row, row.named(name));
        if (sent) {
            uploads.rename(row.name(), name);
            wanted.removeIf(name::equalsIgnoreCase);
        }
        refresh();
    }

    private void replace(Upload row, Upload by) {
        int index = rows.indexOf(row);
        if (index >= 0) {
            rows.set(index, by);
        }
    }

    private void refresh() {
        if (viewer != null) {
            viewer.refresh();
        }
        say();
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }
}

package org.volans.table.ui.internal.save;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.volans.api.table.TableService;
import org.volans.table.ui.internal.grid.Grid;
import org.volans.table.ui.internal.rows.RowOrder;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.widgets.Count;
import org.volans.ui.work.Workplace;

/** Asks which rows and columns of a table go to which file, then saves them in a job. UI thread only. */
@NonNullByDefault({})
public final class SaveDialog extends TitleAreaDialog {

    /** @param loss what the format cannot hold */
    private record Format(String name, String label, String ending, String loss) {}

    private static final String MESSAGE = "Choose what is saved and where.";
    private static final String ASCII = "This format holds ASCII letters only; others become '?'.";
    private static final String BARE = "This format holds no units, UCDs, descriptions or parameters.";

    private static final List<Format> COMMON = List.of(
            new Format("votable", "VOTable", "vot", ""),
            new Format("fits", "FITS binary table", "fits", ASCII),
            new Format("csv", "CSV", "csv", BARE),
            new Format("tsv", "TSV", "tsv", BARE),
            new Format("ecsv", "ECSV", "ecsv", ASCII),
            new Format("parquet", "Parquet", "parquet", ""),
            new Format(
                    "feather",
                    "Feather",
                    "feather",
                    "This format holds numbers and texts only: columns of arrays are left out."));

    private final TableService service;
    private final OpenTable table;
    private final Grid grid;
    private final List<Format> formats;
    private Workplace place;
    private Text path;
    private Combo format;
    private Button shownRows;
    private Button selectedRows;
    private Button shownColumns;

    public SaveDialog(Shell parent, TableService service, OpenTable table, Grid grid) {
        super(parent);
        this.service = service;
        this.table = table;
        this.grid = grid;
        List<String> known = service.outputFormats();
        formats = COMMON.stream().filter(f -> known.contains(f.name())).toList();
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Save Table As");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle("Save " + table.name());
        setMessage(MESSAGE);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults()
                .numColumns(3)
                .margins(10, 10)
                .spacing(8, 8)
                .applyTo(area);
        what(area);
        where(area);
        place = Workplace.quiet(area);
        return area;
    }

    private void what(Composite area) {
        long all = table.table().getRowCount();
        int shown = grid.order().size();
        int selected = grid.selectedCount();
        Composite rows = group(area, "Rows:");
        radio(rows, "All (" + Count.of(all) + ")").setSelection(true);
        shownRows = radio(rows, "As shown: filtered and sorted (" + Count.of(shown) + ")");
        shownRows.setEnabled(!grid.order().natural() || shown != all);
        selectedRows = radio(rows, "Selected (" + Count.of(selected) + ")");
        selectedRows.setEnabled(selected > 0);
        Composite columns = group(area, "Columns:");
        radio(columns, "All (" + Count.of(table.table().getColumnCount()) + ")").setSelection(true);
        shownColumns =
                radio(columns, "As shown (" + Count.of(grid.columns().shown().size()) + ")");
    }

    private void where(Composite area) {
        new Label(area, SWT.NONE).setText("Format:");
        format = new Combo(area, SWT.READ_ONLY);
        format.setItems(formats.stream().map(Format::label).toArray(String[]::new));
        format.setData("org.volans.id", "table.saveFormat");
        format.select(0);
        format.addListener(SWT.Selection, e -> rename());
        GridDataFactory.swtDefaults().span(2, 1).applyTo(format);
        new Label(area, SWT.NONE).setText("File:");
        path = new Text(area, SWT.BORDER);
        path.setData("org.volans.id", "table.saveFile");
        path.setText(start());
        path.addListener(SWT.Modify, e -> validate());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(420, SWT.DEFAULT)
                .applyTo(path);
        Button browse = new Button(area, SWT.PUSH);
        browse.setText("Browse…");
        browse.addListener(SWT.Selection, e -> browse());
    }

    private static Composite group(Composite area, String label) {
        Label title = new Label(area, SWT.NONE);
        title.setText(label);
        GridDataFactory.swtDefaults()
                .align(SWT.BEGINNING, SWT.BEGINNING)
                .indent(0, 3)
                .applyTo(title);
        Composite group = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(group);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(group);
        return group;
    }

    private static Button radio(Composite parent, String label) {
        Button button = new Button(parent, SWT.RADIO);
        button.setText(label);
        return button;
    }

    /** A name beside the table's own file that nothing has yet as far as the workbench knows. */
    private String start() {
        if (table.file().isEmpty()) {
            return Path.of(System.getProperty("user.home", "."), table.name() + "-2.vot")
                    .toString();
        }
        IFile file = table.file().get();
        IContainer folder = file.getParent();
        String stem = table.name().replaceAll("[^\\p{L}\\p{N}._+-]+", "_");
        for (int i = 2; ; i++) {
            IFile free = folder.getFile(IPath.fromOSString(stem + "-" + i + ".vot"));
            if (!free.exists()) {
                return free.getLocation().toOSString();
            }
        }
    }

    private void rename() {
        String name = path.getText();
        int dot = name.lastIndexOf('.');
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        path.setText((dot > slash + 1 ? name.substring(0, dot) : name) + "." + chosen().ending());
        warn();
    }

    private Format chosen() {
        return formats.get(Math.max(0, format.getSelectionIndex()));
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setText("Save Table As");
        Path now = Path.of(path.getText());
        dialog.setFilterPath(String.valueOf(now.getParent()));
        dialog.setFileName(String.valueOf(now.getFileName()));
        String file = dialog.open();
        if (file != null) {
            path.setText(file);
            IntStream.range(0, formats.size())
                    .filter(i -> file.endsWith("." + formats.get(i).ending()))
                    .findFirst()
                    .ifPresent(format::select);
            warn();
        }
    }

    private void warn() {
        String loss = chosen().loss();
        setMessage(
                loss.isEmpty() ? MESSAGE : loss, loss.isEmpty() ? IMessageProvider.NONE : IMessageProvider.INFORMATION);
    }

    private void validate() {
        String fault = fault();
        setErrorMessage(fault);
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(fault == null);
        }
    }

    /** What the text alone tells; that there is a folder of this name tells the disk when it is written. */
    private String fault() {
        try {
            Path target = Path.of(path.getText().strip());
            return target.isAbsolute() ? null : "Give the whole path of the file.";
        } catch (InvalidPathException e) {
            return "That is no path: " + e.getReason();
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Save", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        String fault = fault();
        if (fault != null) {
            setErrorMessage(fault);
            return;
        }
        Path target = Path.of(path.getText().strip());
        place.run(
                "Looking for " + target.getFileName(),
                m -> Files.exists(target),
                there -> {
                    if (!there || mayReplace(target)) {
                        save(target);
                    }
                },
                failure -> setErrorMessage(failure.message()));
    }

    private boolean mayReplace(Path target) {
        return MessageDialog.openQuestion(
                getShell(), "Save Table As", "'" + target.getFileName() + "' exists already. Replace it?");
    }

    private void save(Path target) {
        Optional<RowOrder> rows = selectedRows.getSelection()
                ? Optional.of(grid.order().at(grid.selectedPlaces()))
                : Optional.of(grid.order()).filter(o -> shownRows.getSelection());
        List<Integer> columns = shownColumns.getSelection() ? grid.columns().shown() : List.of();
        new SaveJob(service, table, rows, columns, target, chosen().name(), getParentShell()).schedule();
        super.okPressed();
    }
}

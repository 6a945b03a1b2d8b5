package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.data.convert.IDisplayConverter;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectAllCommand;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.volans.api.InputException;
import org.volans.api.table.TableFormat;
import org.volans.api.table.TableService;
import org.volans.ui.Ids;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.selection.SelectionFollower;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.selection.TableRow;
import org.volans.ui.widgets.StatePane;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RandomStarTable;
import uk.ac.starlink.table.StarTable;

/** Tables in their editor, as a person sees them. */
class TableEditorTest {

    private IEditorPart editor;

    @AfterEach
    void close() {
        Ui.page().closeAllEditors(false);
    }

    // what the grid shows

    private void open(String path) throws Exception {
        editor = Ui.open(path);
        assertThat(editor.getSite().getId()).isEqualTo(Ids.TABLE_EDITOR);
    }

    private NatTable grid() {
        return Ui.found(
                "the grid of " + editor.getTitle(),
                () -> Ui.all(editor, NatTable.class).stream()
                        .filter(g -> "table.grid".equals(g.getData("org.volans.id")))
                        .findFirst());
    }

    private String count() {
        return Ui.one(editor, Label.class, l -> "table.count".equals(l.getData("org.volans.id")))
                .getText();
    }

    private void untilCount(String words) {
        Ui.until("the editor says " + words, () -> count().equals(words));
    }

    /** The cells of a column in the rows that can be seen, as they are painted. */
    private static List<String> column(NatTable grid, String name) {
        int column = columnOf(grid, name);
        List<String> texts = new ArrayList<>();
        for (int row = 1; row < grid.getRowCount(); row++) {
            LabelStack region = grid.getRegionLabelsByXY(
                    grid.getStartXOfColumnPosition(column) + 2, grid.getStartYOfRowPosition(row) + 2);
            if (region != null && region.hasLabel(GridRegion.BODY)) {
                texts.add(text(grid, column, row));
            }
        }
        return texts;
    }

    private static int columnOf(NatTable grid, String name) {
        return IntStream.range(0, grid.getColumnCount())
                .filter(i -> text(grid, i, 0).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column " + name));
    }

    private static String text(NatTable grid, int column, int row) {
        return String.valueOf(grid.getDataValueByPosition(column, row));
    }

    private static void untilShown(NatTable grid, String name) {
        Ui.until("cells of " + name + " are here", () -> {
            List<String> cells = column(grid, name);
            return !cells.isEmpty() && !cells.contains("…");
        });
    }

    private static void click(NatTable grid, int column, int row) {
        Rectangle cell = grid.getBoundsByPosition(column, row);
        for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
            Event event = new Event();
            event.widget = grid;
            event.display = grid.getDisplay();
            event.button = 1;
            event.count = 1;
            event.x = cell.x + 10;
            event.y = cell.y + cell.height / 2;
            grid.notifyListeners(type, event);
        }
    }

    private static Optional<TableRow> selected() {
        return SelectionFollower.first(
                Ui.page().getWorkbenchWindow().getSelectionService().getSelection(), TableRow.class);
    }

    private static long selectedRow() {
        return selected().map(TableRow::row).orElse(-1L);
    }

    // files

    private static IFile write(String name, String text) throws Exception {
        IFile file = Ui.file(name);
        ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        if (file.exists()) {
            file.setContents(in, IResource.FORCE, null);
        } else {
            file.create(in, true, null);
        }
        return file;
    }

    // tests

    @Test
    void showsRowsAndPublishesTheSelectedOne() throws Exception {
        Ui.startSky();
        open("objects.vot");
        NatTable grid = grid();
        untilShown(grid, "ra");
        untilCount("19 rows");
        assertThat(column(grid, "ra").getFirst()).startsWith("240.62");
        List<OpenTable> known = Ui.service(OpenTables.class).all();
        assertThat(known).extracting(OpenTable::name).contains("objects");

        click(grid, 1, 3);
        Ui.until("the third row is the workbench's selection", () -> selectedRow() == 2);
        assertThat(selected().orElseThrow().table().document()).isPresent();
        assertThat(known).contains(selected().orElseThrow().table());
        settle();
        Ui.screenshot("table");

        editor.getSite().getPage().closeEditor(editor, false);
        assertThat(Ui.service(OpenTables.class).all()).isEmpty();
    }

    @Test
    void followsARowThatIsSelectedElsewhere() throws Exception {
        StringBuilder rows = new StringBuilder("n,name\n");
        for (int i = 0; i < 5000; i++) {
            rows.append(i).append(",object ").append(i).append('\n');
        }
        write("many.csv", rows.toString());
        open("many.csv");
        NatTable grid = grid();
        untilShown(grid, "n");
        OpenTable table = Ui.service(OpenTables.class).all().getFirst();
        IViewPart view = Ui.view(IPageLayout.ID_PROGRESS_VIEW);
        try {
            Elsewhere provider = new Elsewhere(new StructuredSelection(new TableRow(table, 4321)));
            view.getSite().setSelectionProvider(provider);
            Ui.page().activate(editor);
            Ui.page().activate(view);
            Ui.until("the row is scrolled to", () -> column(grid, "n").contains("4321"));
        } finally {
            Ui.page().hideView(view);
        }
    }

    @Test
    void sortsAndFilters() throws Exception {
        write("stars.csv", """
                name,mag,z
                NGC 1,12.5,0.1
                M31,3.4,
                M33,5.7,0.3
                NGC 7,,0.2
                Vega,0.03,0.05
                """);
        open("stars.csv");
        NatTable grid = grid();
        untilShown(grid, "name");
        click(grid, 2, 0);
        Ui.until(
                "sorted by magnitude",
                () -> column(grid, "name").equals(List.of("Vega", "M31", "M33", "NGC 1", "NGC 7")));
        click(grid, 2, 0);
        Ui.until(
                "the faintest first, what has no magnitude last",
                () -> column(grid, "name").equals(List.of("NGC 1", "M33", "M31", "Vega", "NGC 7")));

        Text filter = Ui.one(editor, Text.class, t -> "table.filter".equals(t.getData("org.volans.id")));
        filter.setText("mag < 6 and z: 0.01..0.4");
        untilCount("2 of 5");
        Ui.until("the rest stays sorted", () -> column(grid, "name").equals(List.of("M33", "Vega")));
        filter.setText("ngc");
        untilCount("2 of 5");
        filter.setText("flux > 3");
        Ui.until("it says that there is no such column", () -> count().startsWith("there is no column 'flux'"));
        filter.setText("z is null");
        untilCount("1 of 5");
        filter.setText("");
        untilCount("5 rows");
    }

    @Test
    void keepsTheHighlightedRowThroughSorting() throws Exception {
        write("letters.csv", "n,letter\n3,a\n1,b\n2,c\n");
        open("letters.csv");
        NatTable grid = grid();
        untilShown(grid, "letter");
        click(grid, 2, 2);
        Ui.until("b is selected", () -> selectedRow() == 1);
        click(grid, 1, 0);
        Ui.until("sorted", () -> column(grid, "letter").equals(List.of("b", "c", "a")));
        assertThat(selectedRow()).isEqualTo(1);
    }

    /** Data, Column Info, Parameters: the last two are made when they first show. */
    private void page(int index) {
        Ui.one(editor, CTabFolder.class, f -> "table.pages".equals(f.getData("org.volans.id")))
                .setSelection(index);
    }

    @Test
    void describesColumnsWithStatistics() throws Exception {
        Ui.startSky();
        open("objects.vot");
        untilShown(grid(), "ra");
        page(1);
        Table columns = Ui.one(editor, Table.class, t -> "table.columns".equals(t.getData("org.volans.id")));
        Button compute = Ui.one(editor, Button.class, b -> "table.statistics".equals(b.getData("org.volans.id")));
        Ui.click(compute);
        Ui.until(
                "the statistics of both are there",
                () -> compute.getText().startsWith("Compute")
                        && !columns.getItem(1).getText(11).isEmpty());
        assertThat(columns.getItem(0).getText(1)).isEqualTo("ra");
        assertThat(columns.getItem(0).getText(3)).isEqualTo("deg");
        assertThat(columns.getItem(0).getText(5)).isEqualTo("0");
        assertThat(columns.getItem(0).getText(7)).startsWith("240.62");
        assertThat(columns.getItem(0).getText(13)).isEqualTo("19");
        settle();
        Ui.screenshot("table-columns");
    }

    @Test
    void saysWhatIsWrongWithABrokenFile() throws Exception {
        write(
                "broken.vot",
                "<?xml version='1.0'?>\n<VOTABLE version='1.4'><RESOURCE><TABLE>\n"
                        + "<FIELD name='a' datatype='int'/><DATA><TABLEDATA><TR><TD>1</TD></TR>\n<TR><TD>2");
        open("broken.vot");
        StatePane pane = Ui.one(editor, StatePane.class, p -> "table.state".equals(p.getData("org.volans.id")));
        Ui.until("the failure shows", () -> pane.says().contains("cannot be shown"));
        assertThat(pane.says()).contains("the VOTable ended early after 1 rows", "Try again", "Open as text");
        // mended on disk: read without being asked
        write(
                "broken.vot",
                "<VOTABLE version='1.4'><RESOURCE><TABLE><FIELD name='a' datatype='int'/><DATA><TABLEDATA>"
                        + "<TR><TD>1</TD></TR><TR><TD>2</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>");
        untilShown(grid(), "a");
        untilCount("2 rows");
    }

    @Test
    void offersToReadAgainWhatHasChanged() throws Exception {
        write("changing.csv", "a,b\n1,2\n");
        open("changing.csv");
        untilShown(grid(), "a");
        write("changing.csv", "a,b\n1,2\n3,4\n");
        var link = Ui.found(
                "the offer",
                () -> Ui.all(editor, org.eclipse.swt.widgets.Link.class).stream()
                        .filter(l -> "table.announcement".equals(l.getData("org.volans.id")) && l.getVisible())
                        .findFirst());
        Ui.click(link);
        Ui.until("both rows show", () -> Ui.all(editor, NatTable.class).size() == 1 && count().equals("2 rows"));
    }

    @Test
    void showsAllTablesOfAFileAndWhatStandsAroundThem() throws Exception {
        write(
                "two.xml",
                "<VOTABLE version='1.4'><INFO name='PROVIDER' value='test'/><RESOURCE>"
                        + "<TABLE name='first'><PARAM name='epoch' datatype='double' unit='yr' value='2016.0'/>"
                        + "<FIELD name='a' datatype='int'/><DATA><TABLEDATA><TR><TD>1</TD></TR></TABLEDATA></DATA></TABLE>"
                        + "<TABLE name='second'><FIELD name='b' datatype='int'/><DATA><TABLEDATA/></DATA></TABLE>"
                        + "</RESOURCE></VOTABLE>");
        open("two.xml");
        untilShown(grid(), "a");
        assertThat(Ui.service(OpenTables.class).all())
                .extracting(OpenTable::name)
                .containsExactly("two", "two#2");
        page(2);
        Tree facts = Ui.one(editor, Tree.class, t -> "table.parameters".equals(t.getData("org.volans.id")));
        assertThat(Arrays.stream(facts.getItems()).flatMap(i -> Arrays.stream(i.getItems())))
                .extracting(i -> i.getText(0) + "=" + i.getText(1) + i.getText(2))
                .contains("epoch=2016.0yr", "PROVIDER=test");
        Combo chooser = Ui.one(editor, Combo.class, c -> "table.chooser".equals(c.getData("org.volans.id")));
        chooser.select(1);
        Ui.click(chooser);
        Ui.until(
                "the empty table shows",
                () -> Ui.all(editor, Label.class).stream()
                        .anyMatch(l -> "table.norows".equals(l.getData("org.volans.id"))));
        assertThat(count()).isEqualTo("0 rows");
    }

    @Test
    void readsAMillionRowsOffTheUiThread() throws Exception {
        IFile file = write("million.counted", "COUNTED");
        Counted format = new Counted();
        var registration = FrameworkUtil.getBundle(TableEditorTest.class)
                .getBundleContext()
                .registerService(TableFormat.class, format, null);
        try {
            editor = org.eclipse.ui.ide.IDE.openEditor(Ui.page(), file, Ids.TABLE_EDITOR);
            NatTable grid = grid();
            untilShown(grid, "i");
            untilCount("1,000,000 rows");
            assertThat(format.elsewhere.get()).isPositive().isLessThan(20_000);
            grid.doCommand(new org.eclipse.nebula.widgets.nattable.viewport.command.ShowRowInViewportCommand(700_000));
            Ui.until("the rows scrolled to are here", () -> column(grid, "i").contains("700000"));
            click(grid, 2, 0);
            Ui.until("sorted by the second column", () -> column(grid, "down").contains("1"));
            assertThat(format.onUi.get()).as("cells read on the UI thread").isZero();
        } finally {
            registration.unregister();
        }
    }

    @Test
    void opensAFitsTableOfAMillionRows() throws Exception {
        Path path = Ui.file("million.fits").getLocation().toPath();
        TableService tables = Ui.service(TableService.class);
        boolean[] done = {false};
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                tables.save(new Million(new Counted()), path, "fits-basic", new NullProgressMonitor());
            } catch (InputException e) {
                throw new IllegalStateException(e);
            } finally {
                done[0] = true;
            }
        });
        Ui.until("it is written", () -> done[0] && !writer.isAlive());
        Ui.file("million.fits").refreshLocal(IResource.DEPTH_ZERO, null);
        open("million.fits");
        untilShown(grid(), "i");
        untilCount("1,000,000 rows");
    }

    @Test
    void pointsAtThePositionOfARow() throws Exception {
        Ui.startSky();
        open("objects.vot");
        NatTable grid = grid();
        untilShown(grid, "ra");
        click(grid, 1, 1);
        Ui.until("a row is selected", () -> selected().isPresent());
        Event menu = new Event();
        grid.getMenu().notifyListeners(SWT.Show, menu);
        var item = Arrays.stream(grid.getMenu().getItems())
                .filter(i -> i.getText().equals("Point at Position"))
                .findFirst()
                .orElseThrow();
        Ui.click(item);
        SkyPoint point = Ui.found(
                "a position is selected",
                () -> SelectionFollower.first(
                        Ui.page().getWorkbenchWindow().getSelectionService().getSelection(), SkyPoint.class));
        assertThat(point.position().ra()).isBetween(240.62, 240.63);
    }

    @Test
    void copiesSelectedCells() throws Exception {
        write("copied.csv", "n,name\n1.123456789012345,a\n2,b\n");
        open("copied.csv");
        NatTable grid = grid();
        untilShown(grid, "n");
        grid.doCommand(new SelectAllCommand());
        grid.setFocus();
        Ui.service(IHandlerService.class).executeCommand(IWorkbenchCommandConstants.EDIT_COPY, null);
        Ui.until("the cells are on the clipboard", () -> clipboard().equals("1.123456789012345\ta\n2.0\tb\n"));
    }

    private static String clipboard() {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void savesTheRowsThatAreShown() throws Exception {
        write("whole.csv", "n,name\n3,a\n1,b\n2,c\n");
        open("whole.csv");
        NatTable grid = grid();
        untilShown(grid, "n");
        click(grid, 1, 0);
        Ui.until("sorted", () -> column(grid, "name").equals(List.of("b", "c", "a")));
        Ui.one(editor, Text.class, t -> "table.filter".equals(t.getData("org.volans.id")))
                .setText("n < 3");
        untilCount("2 of 3");
        Display.getCurrent().timerExec(300, TableEditorTest::answerSaveDialog);
        editor.doSaveAs();
        IFile saved = Ui.file("part.csv");
        Ui.until("the file is in the project", saved::exists);
        assertThat(Files.readString(saved.getLocation().toPath())).isEqualTo("n,name\n1,b\n2,c\n");
    }

    private static void answerSaveDialog() {
        Shell dialog = Arrays.stream(Display.getCurrent().getShells())
                .filter(s -> s.getText().equals("Save Table As"))
                .findFirst()
                .orElseThrow();
        List<Button> buttons = new ArrayList<>();
        Ui.collect(dialog, Button.class, buttons);
        buttons.stream()
                .filter(b ->
                        b.getText().equals("All (3)") || b.getText().startsWith("As shown: filtered and sorted (2)"))
                .forEach(b -> b.setSelection(b.getText().startsWith("As")));
        List<Combo> formats = new ArrayList<>();
        Ui.collect(dialog, Combo.class, formats);
        formats.getFirst().select(formats.getFirst().indexOf("CSV"));
        List<Text> paths = new ArrayList<>();
        Ui.collect(dialog, Text.class, paths);
        paths.stream()
                .filter(t -> "table.saveFile".equals(t.getData("org.volans.id")))
                .forEach(t -> t.setText(Ui.file("part.csv").getLocation().toOSString()));
        Ui.click(buttons.stream()
                .filter(b -> b.getText().equals("Save"))
                .findFirst()
                .orElseThrow());
    }

    private static final String KINDS = """
            <VOTABLE version='1.4'><RESOURCE><TABLE name='kinds'>
            <FIELD name='name' datatype='char' arraysize='*' ucd='meta.id;meta.main'/>
            <FIELD name='data' datatype='char' arraysize='*' ucd='meta.ref.url'/>
            <FIELD name='spectrum' datatype='float' arraysize='8' unit='Jy'/>
            <FIELD name='mag' datatype='float' unit='mag' ucd='phot.mag'/>
            <FIELD name='visits' datatype='int'><VALUES null='-1'/></FIELD>
            <FIELD name='variable' datatype='boolean'/>
            <FIELD name='observed' datatype='char' arraysize='*' xtype='timestamp'/>
            <DATA><TABLEDATA>
            <TR><TD>NGC 1</TD><TD>http://localhost/a.fits</TD><TD>1 2 3 4 5 6 7 8</TD><TD>12.9</TD><TD>3</TD>
            <TD>true</TD><TD>2016-01-02T03:04:05</TD></TR>
            <TR><TD>M 31</TD><TD></TD><TD>1e-9 2 3 4 5 6 7 8</TD><TD>NaN</TD><TD>-1</TD>
            <TD>false</TD><TD></TD></TR>
            <TR><TD>M 33</TD><TD>https://localhost/b</TD><TD>NaN 2 3 4 5 6 7 8</TD><TD>5.72</TD><TD>12</TD>
            <TD></TD><TD>2017-01-01T00:00:00</TD></TR>
            </TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>""";

    @Test
    void showsCellsAsWhatTheyAre() throws Exception {
        write("kinds.vot", KINDS);
        open("kinds.vot");
        NatTable grid = grid();
        untilShown(grid, "name");
        assertThat(painted(grid, "mag")).containsExactly("12.90", "", "5.72");
        assertThat(painted(grid, "visits")).containsExactly("3", "", "12");
        assertThat(painted(grid, "variable")).containsExactly("true", "false", "");
        assertThat(painted(grid, "spectrum").getFirst()).isEqualTo("[1, 2, 3, 4, 5, 6, …] (8)");
        assertThat(grid.getConfigLabelsByPosition(columnOf(grid, "data"), 1).getLabels())
                .contains("LINK");
    }

    /** Lets the screen catch up, for a picture. */
    private static void settle() {
        boolean[] done = {false};
        Display.getCurrent().timerExec(500, () -> done[0] = true);
        Ui.until("a moment has passed", () -> done[0]);
    }

    /** What the cells of a column look like. */
    private static List<String> painted(NatTable grid, String name) {
        int column = columnOf(grid, name);
        List<String> texts = new ArrayList<>();
        for (int row = 1; row < grid.getRowCount(); row++) {
            ILayerCell cell = grid.getCellByPosition(column, row);
            IDisplayConverter converter = grid.getConfigRegistry()
                    .getConfigAttribute(
                            CellConfigAttributes.DISPLAY_CONVERTER, DisplayMode.NORMAL, cell.getConfigLabels());
            texts.add(String.valueOf(
                    converter.canonicalToDisplayValue(cell, grid.getConfigRegistry(), cell.getDataValue())));
        }
        return texts;
    }

    @Test
    void fitsTheDarkTheme() throws Exception {
        Ui.startSky();
        theme("dark");
        try {
            write("kinds.vot", KINDS);
            open("kinds.vot");
            NatTable grid = grid();
            untilShown(grid, "name");
            click(grid, 2, 2);
            Ui.until("a row is selected", () -> selectedRow() == 1);
            Ui.until("the grid is dark", () -> grid.getBackground().getRed() < 100);
            settle();
            Ui.screenshot("table-dark");
        } finally {
            theme("light");
        }
    }

    private static void theme(String name) throws Exception {
        Ui.service(IHandlerService.class)
                .executeCommand(
                        Ui.service(ICommandService.class).deserialize("org.volans.app.theme(theme=" + name + ")"),
                        null);
    }

    /** Something selected in a part that is no editor of tables. */
    @NonNullByDefault({})
    private record Elsewhere(ISelection getSelection) implements ISelectionProvider {

        @Override
        public void addSelectionChangedListener(ISelectionChangedListener listener) {
            // it never changes
        }

        @Override
        public void removeSelectionChangedListener(ISelectionChangedListener listener) {
            // it never changes
        }

        @Override
        public void setSelection(ISelection selection) {
            throw new UnsupportedOperationException();
        }
    }

    /** A million rows without a file, which knows who reads them. */
    private static final class Counted implements TableFormat {

        final AtomicLong onUi = new AtomicLong();
        final AtomicLong elsewhere = new AtomicLong();

        @Override
        public String name() {
            return "counted";
        }

        @Override
        public List<String> endings() {
            return List.of("counted");
        }

        @Override
        public boolean recognises(byte[] beginning) {
            return new String(beginning, StandardCharsets.US_ASCII).startsWith("COUNTED");
        }

        @Override
        public StarTable read(Path file, IProgressMonitor monitor) throws InputException {
            if (!Files.exists(file)) {
                throw new InputException(file + " is missing");
            }
            return new Million(this);
        }

        @Override
        public boolean writable() {
            return false;
        }

        @Override
        public void write(StarTable table, Path file, IProgressMonitor monitor) throws InputException {
            throw new InputException("not written");
        }
    }

    /** Two columns: the row's number, and how many follow. */
    private static final class Million extends RandomStarTable {

        private static final long ROWS = 1_000_000;

        private final Counted counted;

        Million(Counted counted) {
            this.counted = counted;
        }

        @Override
        public long getRowCount() {
            return ROWS;
        }

        @Override
        public int getColumnCount() {
            return 2;
        }

        @Override
        public ColumnInfo getColumnInfo(int column) {
            return new ColumnInfo(column == 0 ? "i" : "down", Long.class, "");
        }

        @Override
        public Object getCell(long row, int column) {
            (Display.findDisplay(Thread.currentThread()) == null ? counted.elsewhere : counted.onUi).incrementAndGet();
            return column == 0 ? row : ROWS - row;
        }
    }
}

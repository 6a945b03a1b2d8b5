package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.nebula.widgets.nattable.viewport.command.ShowRowInViewportCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
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

/** Tables of all kinds and sizes in their editor, as a person sees them. */
class TableEditorTest {

    @AfterEach
    void close() {
        Ui.page().closeAllEditors(false);
    }

    @Test
    void showsRowsAndPublishesTheSelectedOne() throws Exception {
        Ui.startSky();
        TableUi table = TableUi.open("objects.vot");
        table.untilShown("ra");
        table.untilCount("19 rows");
        assertThat(table.column("ra").getFirst()).startsWith("240.62");
        List<OpenTable> known = Ui.service(OpenTables.class).all();
        assertThat(known).extracting(OpenTable::name).contains("objects");

        table.click(1, 3);
        Ui.until("the third row is the workbench's selection", () -> TableUi.selectedRow() == 2);
        assertThat(TableUi.selected().orElseThrow().table().document()).isPresent();
        assertThat(known).contains(TableUi.selected().orElseThrow().table());
        Ui.screenshot("table");

        table.editor().getSite().getPage().closeEditor(table.editor(), false);
        assertThat(Ui.service(OpenTables.class).all()).isEmpty();
    }

    @Test
    void followsARowThatIsSelectedElsewhere() throws Exception {
        StringBuilder rows = new StringBuilder("n,name\n");
        for (int i = 0; i < 5000; i++) {
            rows.append(i).append(",object ").append(i).append('\n');
        }
        TableUi.write("many.csv", rows.toString());
        TableUi table = TableUi.open("many.csv");
        table.untilShown("n");
        OpenTable open = Ui.service(OpenTables.class).all().getFirst();
        IViewPart view = Ui.view(IPageLayout.ID_PROGRESS_VIEW);
        try {
            Elsewhere provider = new Elsewhere(new StructuredSelection(new TableRow(open, 4321)));
            view.getSite().setSelectionProvider(provider);
            Ui.page().activate(table.editor());
            Ui.page().activate(view);
            Ui.until("the row is scrolled to", () -> table.column("n").contains("4321"));
        } finally {
            Ui.page().hideView(view);
        }
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

    @Test
    void readsAMillionRowsOffTheUiThread() throws Exception {
        IFile file = TableUi.write("million.counted", "COUNTED");
        CountedTable.Format format = new CountedTable.Format();
        var registration = FrameworkUtil.getBundle(TableEditorTest.class)
                .getBundleContext()
                .registerService(TableFormat.class, format, null);
        try {
            TableUi table = new TableUi(IDE.openEditor(Ui.page(), file, Ids.TABLE_EDITOR));
            table.untilShown("i");
            table.untilCount("1,000,000 rows");
            assertThat(format.elsewhere.get()).isPositive().isLessThan(20_000);
            table.grid().doCommand(new ShowRowInViewportCommand(700_000));
            Ui.until("the rows scrolled to are here", () -> table.column("i").contains("700000"));
            table.click(2, 0);
            Ui.until("sorted by the second column", () -> table.column("down").contains("1"));
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
                tables.save(new CountedTable(new CountedTable.Format()), path, "fits-basic", new NullProgressMonitor());
            } catch (InputException e) {
                throw new IllegalStateException(e);
            } finally {
                done[0] = true;
            }
        });
        Ui.until("it is written", () -> done[0] && !writer.isAlive());
        Ui.file("million.fits").refreshLocal(IResource.DEPTH_ZERO, null);
        TableUi table = TableUi.open("million.fits");
        table.untilShown("i");
        table.untilCount("1,000,000 rows");
    }

    @Test
    void pointsAtThePositionOfARow() throws Exception {
        Ui.startSky();
        TableUi table = TableUi.open("objects.vot");
        table.untilShown("ra");
        table.click(1, 1);
        Ui.until("a row is selected", () -> TableUi.selected().isPresent());
        Event menu = new Event();
        table.grid().getMenu().notifyListeners(SWT.Show, menu);
        var item = Arrays.stream(table.grid().getMenu().getItems())
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
        TableUi.write("kinds.vot", KINDS);
        TableUi table = TableUi.open("kinds.vot");
        table.untilShown("name");
        assertThat(table.painted("mag")).containsExactly("12.90", "", "5.72");
        assertThat(table.painted("visits")).containsExactly("3", "", "12");
        assertThat(table.painted("variable")).containsExactly("true", "false", "");
        assertThat(table.painted("spectrum").getFirst()).isEqualTo("[1, 2, 3, 4, 5, 6, …] (8)");
        assertThat(table.grid()
                        .getConfigLabelsByPosition(table.position("data"), 1)
                        .getLabels())
                .contains("LINK");
    }

    @Test
    void fitsTheDarkTheme() throws Exception {
        Ui.startSky();
        theme("dark");
        try {
            TableUi.write("kinds.vot", KINDS);
            TableUi table = TableUi.open("kinds.vot");
            table.untilShown("name");
            table.click(2, 2);
            Ui.until("a row is selected", () -> TableUi.selectedRow() == 1);
            Ui.until("the grid is dark", () -> table.grid().getBackground().getRed() < 100);
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
}

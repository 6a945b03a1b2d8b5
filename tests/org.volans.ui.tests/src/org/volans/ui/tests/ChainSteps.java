package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.volans.ui.tests.TapViews.named;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ISeries;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.volans.ui.Ids;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;

/** What a person does on the way from positions to SEDs and cutouts. UI thread only. */
final class ChainSteps {

    private static final String COMMANDS = "org.volans.discovery.ui.";

    private ChainSteps() {}

    static void run(String command) throws Exception {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(COMMANDS + command, null);
    }

    /** The dialog opens in this very call, so what a person does in it waits in the queue of events. */
    static void findPhotometry(String words, int arcsec, String table) throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Display.getCurrent().asyncExec(() -> {
            try {
                fillInDialog(words, arcsec, table);
            } catch (Exception | AssertionError e) {
                failure.set(e);
                dialog().ifPresent(Shell::close);
            }
        });
        run("findPhotometry");
        if (failure.get() != null) {
            throw new AssertionError("the dialog", failure.get());
        }
    }

    private static void fillInDialog(String words, int arcsec, String table) throws Exception {
        Shell dialog = Ui.found("the dialog", ChainSteps::dialog);
        assertThat(in(dialog, Combo.class, "photometry.objects").getText()).startsWith("objects");
        Text keyword = in(dialog, Text.class, "photometry.keyword");
        if (!keyword.getText().equals(words)) {
            keyword.setText(words);
        }
        in(dialog, Spinner.class, "photometry.radius").setSelection(arcsec * 10); // its digits are tenths
        Button ok = in(dialog, Button.class, "photometry.ok");
        Ui.until("candidates", ok::isEnabled);
        Table candidates = in(dialog, Table.class, "photometry.candidates");
        assertThat(candidates.getSelectionIndex()).isZero();
        assertThat(candidates.getItem(0).getText(0)).contains(table);
        painted();
        Ui.screenshot("find-photometry");
        Ui.click(ok);
    }

    private static Optional<Shell> dialog() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(named("photometry.dialog"))
                .findFirst();
    }

    private static <T extends Widget> T in(Composite parent, Class<T> kind, String id) {
        List<T> found = new ArrayList<>();
        Ui.collect(parent, kind, found);
        return found.stream().filter(named(id)).findFirst().orElseThrow(() -> new AssertionError("no " + id));
    }

    static void findImages() throws Exception {
        run("findImages");
        IViewPart view = Ui.view(Ids.DISCOVERY_VIEW);
        Table services = Ui.one(view, Table.class, named("discovery.services"));
        Ui.until(
                "all services have ended",
                () -> services.getItemCount() == 4
                        && Arrays.stream(services.getItems())
                                .noneMatch(i ->
                                        i.getText(1).isEmpty() || i.getText(1).startsWith("asking")));
        assertThat(Arrays.stream(services.getItems()).map(i -> i.getText(1)))
                .containsExactlyInAnyOrder("answered", "answered", "answered", "failed");
    }

    static OpenTable opened(String name) {
        return Ui.found(
                "table " + name,
                () -> Ui.service(OpenTables.class).all().stream()
                        .filter(t -> t.name().equals(name))
                        .findFirst());
    }

    static OpenTable newest(String start) {
        return Ui.found("table " + start, () -> {
            List<OpenTable> open = Ui.service(OpenTables.class).all();
            return Optional.of(open.getLast()).filter(t -> t.name().startsWith(start));
        });
    }

    static IEditorPart editor(String start) {
        return Ui.found(
                "editor " + start,
                () -> Arrays.stream(Ui.page().getEditorReferences())
                        .filter(r -> r.getName().startsWith(start))
                        .map((IEditorReference r) -> Optional.ofNullable(r.getEditor(false)))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** Clicks a row of a table, as it is shown. */
    static void highlight(IEditorPart editor, int row) {
        Ui.page().activate(editor);
        NatTable grid = Ui.found(
                "the grid",
                () -> Ui.all(editor, NatTable.class).stream()
                        .filter(named("table.grid"))
                        .filter(g -> g.getRowCount() > row + 1)
                        .findFirst());
        Ui.until("its cells", () -> !"\u2026".equals(String.valueOf(grid.getDataValueByPosition(1, row + 1))));
        Rectangle cell = grid.getBoundsByPosition(1, row + 1);
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

    static double[] sedOf(String name) throws Exception {
        IViewPart view = Ui.page().findView(Ids.SED_VIEW); // the editor keeps the focus, as it does for a person
        return Ui.found(
                        "the SED of " + name,
                        () -> Ui.all(view, Chart.class).stream()
                                .filter(chart -> chart.getTitle().getText().startsWith(name))
                                .map(chart -> chart.getSeriesSet().getSeries())
                                .filter(series -> series.length > 0)
                                .map(series -> (ISeries<?>) series[0])
                                .findFirst())
                .getXSeries();
    }

    static void pictures(String name) throws Exception {
        painted();
        Ui.screenshot(name);
        ShellTest.theme("dark");
        try {
            painted();
            Ui.screenshot(name + "-dark");
        } finally {
            ShellTest.theme("light");
        }
    }

    /** What has changed is painted a moment later. */
    static void painted() {
        boolean[] later = {false};
        Display.getCurrent().timerExec(700, () -> later[0] = true);
        Ui.until("it is painted", () -> later[0]);
    }
}

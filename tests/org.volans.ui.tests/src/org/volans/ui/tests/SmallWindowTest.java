package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.volans.ui.tests.TapViews.named;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.commands.Command;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.ui.Ids;

/** The perspective as it comes, in a window of 1200 by 800: a small laptop, or half of a large screen. */
class SmallWindowTest {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;

    private final Shell window =
            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
    private final Rectangle before = window.getBounds();

    @BeforeEach
    void small() throws Exception {
        Ui.startSky();
        Ui.page().closeAllEditors(false);
        Ui.page().resetPerspective();
        window.setMaximized(false);
        window.setBounds(0, 0, WIDTH, HEIGHT);
        Ui.until("the window is small", () -> window.getSize().x == WIDTH && window.getSize().y == HEIGHT);
    }

    @AfterEach
    void putBack() {
        Ui.page().closeAllEditors(false);
        Ui.page().resetPerspective();
        window.setBounds(before);
    }

    private static int rows(Table table) {
        return (table.getSize().y - table.getHeaderHeight()) / table.getItemHeight();
    }

    private static boolean seen(Control control, IViewPart view) {
        Rectangle place = place(control);
        return control.isVisible() && place(Ui.root(view)).intersection(place).equals(place);
    }

    /** On the display. */
    private static Rectangle place(Control control) {
        return control.getDisplay().map(control.getParent(), null, control.getBounds());
    }

    /** A registry knows more services than fit, and their list is what the view is for. */
    @Test
    void eightServicesShowInTheDiscoveryView() throws Exception {
        Ui.open("objects.vot");
        IViewPart view = Ui.view(Ids.DISCOVERY_VIEW);
        Table services = Ui.one(view, Table.class, named("discovery.services"));
        Ui.until("the services are listed", () -> services.getItemCount() == 4);
        Ui.until("eight would show, not " + rows(services), () -> rows(services) >= 8);
        assertThat(Ui.all(view, Spinner.class)).noneMatch(Control::isVisible);
        Ui.screenshot("small-discovery");
    }

    /** They come when they are wanted, all of them, and go when services are asked. */
    @Test
    void theOptionsOfTheDiscoveryViewFold() throws Exception {
        Ui.open("objects.vot");
        IViewPart view = Ui.view(Ids.DISCOVERY_VIEW);
        Table services = Ui.one(view, Table.class, named("discovery.services"));
        Ui.until("the services are listed", () -> services.getItemCount() == 4);
        Button options = Ui.one(view, Button.class, named("discovery.options"));
        assertThat(options.getText()).startsWith("radio");
        options.setSelection(true);
        Ui.click(options);
        List<Control> all = List.of(
                Ui.one(view, Combo.class, named("discovery.waveband")),
                Ui.one(view, Combo.class, named("discovery.kind")),
                Ui.one(view, Spinner.class, named("discovery.radius")),
                Ui.one(view, Spinner.class, named("discovery.timeout")));
        Ui.until("all options show", () -> all.stream().allMatch(control -> seen(control, view)));
        assertThat(rows(services)).isGreaterThanOrEqualTo(4);
        Combo kind = Ui.one(view, Combo.class, named("discovery.kind"));
        kind.setText("cube");
        Ui.click(kind);
        assertThat(options.getText()).startsWith("radio, cube");
        Ui.screenshot("small-discovery-options");
        Combo positions = Ui.one(view, Combo.class, named("discovery.positions"));
        positions.setText("240.621726 48.100121");
        Ui.click(Ui.one(view, Button.class, named("discovery.ask")));
        assertThat(all).noneMatch(Control::isVisible);
        assertThat(options.getSelection()).isFalse();
        Ui.until(
                "all have ended",
                () -> Arrays.stream(services.getItems())
                        .noneMatch(item -> item.getText(1).startsWith("asking")));
        kind.select(0);
        Ui.click(kind);
        assertThat(rows(services)).isGreaterThanOrEqualTo(8);
    }

    /** Below the table there would be no room for it. */
    @Test
    void aCutoutOpensBesideTheTable() throws Exception {
        Ui.open("objects.vot");
        IEditorPart objects = ChainSteps.editor("objects");
        Ui.page().activate(objects);
        ChainSteps.highlight(objects, 2);
        Command cutout = Ui.service(ICommandService.class).getCommand("org.volans.discovery.ui.cutoutHere");
        Ui.until("a row that can be cut out at", cutout::isEnabled);
        ChainSteps.run("cutoutHere");
        IEditorPart image = ChainSteps.editor("radio_");
        Ui.until(
                "both show", () -> Ui.page().isPartVisible(objects) && Ui.page().isPartVisible(image));
        Ui.until("they are beside each other", () -> {
            Rectangle left = place(Ui.root(objects));
            Rectangle right = place(Ui.root(image));
            return left.y == right.y && left.x + left.width <= right.x;
        });
        Ui.screenshot("small-cutout");
    }

    @Test
    void fourRecordsShowInTheRegistryView() throws Exception {
        IViewPart view = Ui.view(Ids.REGISTRY_VIEW);
        Text keywords = Ui.one(view, Text.class, named("registry.keywords"));
        keywords.setText("photometry");
        Table records = Ui.one(view, Table.class, named("registry.results"));
        Ui.until("something is found", () -> records.getItemCount() > 0);
        Ui.until("four records would show, not " + rows(records), () -> rows(records) >= 4);
        Ui.screenshot("small-registry");
        keywords.setText("");
    }
}

package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.volans.ui.tests.TapViews.action;
import static org.volans.ui.tests.TapViews.named;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.ui.Ids;
import org.volans.ui.selection.OpenTables;

/** The Discovery view: who is asked, how each service fares, what becomes of the answers. */
class DiscoveryViewTest {

    private static final int STATE = 1;
    private static final int MATCHES = 4;
    private static final int WORDS = 5;

    private final IViewPart view;

    DiscoveryViewTest() throws Exception {
        Ui.startSky();
        Ui.page().closeAllEditors(false);
        Ui.open("objects.vot");
        view = Ui.view(Ids.DISCOVERY_VIEW);
    }

    @BeforeEach
    void theServicesAreThereAndTheTableIsOpen() {
        Ui.until(
                "objects is open",
                () -> Ui.service(OpenTables.class).all().stream()
                        .anyMatch(t -> t.name().equals("objects")));
        Ui.until("the services are listed", () -> services().getItemCount() == 4);
        combo("discovery.positions").setText("objects");
        timeout(30);
    }

    private Table services() {
        return Ui.one(view, Table.class, named("discovery.services"));
    }

    private Combo combo(String id) {
        return Ui.one(view, Combo.class, named(id));
    }

    private void timeout(int seconds) {
        Ui.one(view, Spinner.class, named("discovery.timeout")).setSelection(seconds);
    }

    private String summary() {
        return Ui.one(view, Link.class, named("discovery.summary")).getText();
    }

    private TableItem service(String name) {
        return Arrays.stream(services().getItems())
                .filter(item -> item.getText().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private String state(String name) {
        return service(name).getText(STATE);
    }

    private void ask() {
        Ui.click(Ui.one(view, Button.class, named("discovery.ask")));
    }

    private boolean ended() {
        return Arrays.stream(services().getItems())
                .noneMatch(i -> i.getText(STATE).startsWith("asking"));
    }

    private static List<IEditorPart> results() {
        return Arrays.stream(Ui.page().getEditorReferences())
                .map(r -> r.getEditor(false))
                .filter(e -> e != null && e.getTitle().startsWith("objects_radio"))
                .toList();
    }

    @Test
    void everyServiceIsShownWithWhatItSays() throws Exception {
        ask();
        assertThat(state("ASTRON")).isEqualTo("asking\u2026");
        assertThat(state("slow")).isEqualTo("asking\u2026");
        Ui.until("the quick ones have answered", () -> state("ASTRON").equals("answered"));
        assertThat(state("slow")).isEqualTo("asking\u2026");
        Ui.until("its time runs", () -> service("slow").getText(2).contains("\u25b0"));
        assertThat(service("slow").getText(2)).endsWith(" s");
        Ui.screenshot("discovery-asking");
        Ui.until("all have ended", this::ended);
        assertThat(state("down")).isEqualTo("failed");
        assertThat(service("down").getText(WORDS)).contains("refuses the connection");
        assertThat(state("slow")).isEqualTo("answered");
        assertThat(service("ASTRON").getText(MATCHES)).isEqualTo("40");
        assertThat(service("slow").getText(MATCHES)).isEqualTo("19");
        Ui.until("the result is open", () -> !results().isEmpty());
        assertThat(summary()).contains("71 matches from 3 of 4 services").contains("Open table");
        Ui.until(
                "it is a table of its own",
                () -> Ui.service(OpenTables.class).all().stream()
                        .anyMatch(t -> t.name().startsWith("objects_radio")
                                && t.table().getRowCount() == 71));
        Ui.view(Ids.DISCOVERY_VIEW);
        Ui.screenshot("discovery");
    }

    @Test
    void aServiceThatHangsEndsAtItsTimeAndIsAskedAgain() {
        timeout(1);
        ask();
        Ui.until("all have ended", this::ended);
        assertThat(state("slow")).isEqualTo("timed out");
        assertThat(service("slow").getText(WORDS)).contains("no answer within 1 s");
        IAction again = action(view, "Ask Again All That Failed");
        Ui.until("it can be asked again", again::isEnabled);
        again.run();
        assertThat(state("slow")).isEqualTo("asking\u2026");
        Ui.until("all have ended", this::ended);
        assertThat(state("slow")).isEqualTo("timed out");
    }

    @Test
    void whatIsStoppedSaysSoAndTheRestCanBeUsed() {
        ask();
        Ui.until("one has answered", () -> state("ASTRON").equals("answered"));
        action(view, "Stop Asking").run();
        assertThat(state("slow")).isEqualTo("stopped");
        assertThat(summary()).contains("Open table");
        int before = results().size();
        Ui.click(Ui.one(view, Link.class, named("discovery.summary")));
        Ui.until("what was there opens", () -> results().size() > before);
    }

    @Test
    void servicesThatAreNotCheckedAreNotAsked() {
        service("slow").setChecked(false);
        service("down").setChecked(false);
        ask();
        Ui.until("all have ended", this::ended);
        assertThat(state("slow")).isEmpty();
        assertThat(state("down")).isEmpty();
        assertThat(summary()).contains("from 2 of 2 services");
        service("slow").setChecked(true);
        service("down").setChecked(true);
    }

    @Test
    void whatIsNoPositionIsSaidAtOnce() {
        combo("discovery.positions").setText("over there");
        ask();
        assertThat(summary()).contains("'over there' is neither an open table with positions nor a position");
        assertThat(ended()).isTrue();
    }

    @Test
    void onePositionIsEnough() {
        combo("discovery.positions").setText("240.621726 48.100121");
        ask();
        Ui.until("all have ended", this::ended);
        assertThat(service("ASTRON").getText(MATCHES)).isEqualTo("3");
    }
}

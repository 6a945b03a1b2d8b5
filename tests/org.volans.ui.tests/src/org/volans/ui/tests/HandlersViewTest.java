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
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.handler.HandlerService;
import org.volans.ui.Ids;
import org.volans.ui.widgets.StatePane;

/** The Handlers view: rules, their file, and what they change. */
class HandlersViewTest {

    private static final String SED = "SED of the row";

    @TempDir
    private Path elsewhere;

    private final IViewPart view;

    HandlersViewTest() throws Exception {
        view = Ui.view(Ids.HANDLERS_VIEW);
    }

    @BeforeEach
    @AfterEach
    void noRules() throws Exception {
        Ui.page().closeAllEditors(false);
        if (file().exists()) {
            file().delete(true, null);
        }
        Ui.until("handlers run by their own rules", () -> row(SED).getChecked() && fault().isEmpty());
    }

    private static IFile file() {
        return Ui.file("handlers.json");
    }

    private Table table() {
        return Ui.one(view, Table.class, t -> "handlers.rules".equals(t.getData("org.volans.id")));
    }

    private List<String> labels() {
        return Arrays.stream(table().getItems()).map(TableItem::getText).toList();
    }

    private TableItem row(String label) {
        return Ui.found(
                label + " is listed",
                () -> Arrays.stream(table().getItems())
                        .filter(i -> i.getText().equals(label))
                        .findFirst());
    }

    private String fault() {
        Label label = Ui.one(view, Label.class, l -> "handlers.fault".equals(l.getData("org.volans.id")));
        return label.getParent().getVisible() ? label.getText() : "";
    }

    private ToolItem tool(String tip) {
        ToolBar bar =
                ((ToolBarManager) ((IViewSite) view.getSite()).getActionBars().getToolBarManager()).getControl();
        return Arrays.stream(bar.getItems())
                .filter(i -> tip.equals(i.getToolTipText()))
                .findFirst()
                .orElseThrow();
    }

    private void select(String label) {
        table().setSelection(row(label));
        Event event = new Event();
        event.item = row(label);
        table().notifyListeners(SWT.Selection, event);
    }

    private void toggle(String label) {
        TableItem item = row(label);
        item.setChecked(!item.getChecked());
        Event event = new Event();
        event.item = item;
        event.detail = SWT.CHECK;
        table().notifyListeners(SWT.Selection, event);
    }

    private String written() throws Exception {
        return Files.readString(file().getLocation().toPath());
    }

    private void writeByHand(String text) throws Exception {
        ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        if (file().exists()) {
            file().setContents(in, IResource.FORCE, null);
        } else {
            file().create(in, IResource.FORCE, null);
        }
    }

    @Test
    void switchingTheSedOffIsWrittenAndCounts() throws Exception {
        assertThat(file().exists()).isFalse();
        IViewPart sed = Ui.view(Ids.SED_VIEW);
        try (SampPeer peer = SampPeer.join("Peer")) {
            String url = PhotometryFile.write(elsewhere.resolve("a.vot")).toString();
            peer.ask("table.load.votable", "table-id", "rules", "url", url, "name", "rules");
            peer.ask("table.highlight.row", "table-id", "rules", "row", "1");
            StatePane shown = Ui.one(sed, StatePane.class, s -> true);
            assertThat(shown.says()).isEmpty();
            Ui.until("the outcome is listed", () -> row(SED).getText(5).contains("ok"));
            screenshots();
            toggle(SED);
            Ui.until("it is written", () -> file().exists());
            assertThat(written()).contains("org.volans.handlers.sed").contains("\"enabled\": false");
            Ui.until("it is the first rule", () -> labels().getFirst().equals(SED) && !row(SED).getChecked());
            peer.ask("table.highlight.row", "table-id", "rules", "row", "2");
            Ui.until("no SED", () -> shown.says().contains("switched off"));
            toggle(SED);
            Ui.until("it is written again", () -> row(SED).getChecked());
            peer.ask("table.highlight.row", "table-id", "rules", "row", "3");
            Ui.until("an SED", () -> shown.showsContent());
        }
    }

    private void screenshots() throws Exception {
        Ui.page().activate(view);
        Ui.screenshot("handlers");
        Ui.screenshotInTheDark("handlers-dark", table());
    }

    @Test
    void anEditByHandIsReadAndABrokenFileLeavesTheLastGoodRules() throws Exception {
        writeByHand("""
                {"version": 1, "rules": [
                  {"handler": "org.volans.handlers.sed", "from": "topcat"},
                  {"handler": "org.nobody.here"}
                ]}
                """);
        Ui.until("both are listed", () -> labels().subList(0, 2).equals(List.of(SED, "org.nobody.here")));
        assertThat(row(SED).getText(2)).isEqualTo("topcat");
        assertThat(row("org.nobody.here").getText(6)).isEqualTo("not here");
        writeByHand("{\"version\": 1,\n\"rules\": [}");
        Ui.until("it says where", () -> fault().contains("line 2"));
        assertThat(fault()).contains("last good rules");
        assertThat(labels().subList(0, 2)).containsExactly(SED, "org.nobody.here");
        assertThat(Ui.service(HandlerService.class).rules().getFirst().from()).isEqualTo("topcat");
        writeByHand("{\"version\": 1, \"rules\": []}");
        Ui.until("all is well", () -> fault().isEmpty() && !labels().contains("org.nobody.here"));
    }

    @Test
    void rulesAreAddedMovedAndRemoved() throws Exception {
        add("org.volans.handlers.links", "topcat", "size=3");
        Ui.until("it is listed", () -> labels().getFirst().equals("Links of the row"));
        assertThat(row("Links of the row").getText(2)).isEqualTo("topcat");
        assertThat(row("Links of the row").getText(4)).isEqualTo("size=3");
        add("org.volans.handlers.sed", "aladin", "");
        Ui.until("the newer one comes first", () -> labels().getFirst().equals(SED));
        select(SED);
        Ui.click(tool("Let the rule below decide before the selected one"));
        Ui.until("moved", () -> labels().indexOf(SED) == 1);
        assertThat(written().indexOf("handlers.links")).isLessThan(written().indexOf("handlers.sed"));
        select("Links of the row");
        Ui.click(tool("Take the selected rule out; its handler then runs as its plug-in says"));
        Ui.until("removed", () -> labels().getFirst().equals(SED));
        assertThat(written()).doesNotContain("handlers.links");
    }

    @Test
    void aNewRuleBeginsAsItsHandlersOwnAndIsForAnEventThatThereIs() {
        List<String> seen = new ArrayList<>();
        Ui.whenFound(HandlersViewTest::dialog, dialog -> {
            List<Button> buttons = new ArrayList<>();
            Ui.collect(dialog, Button.class, buttons);
            Button ok = button(buttons, "OK");
            Combo handler = combo(dialog, "rule.handler");
            handler.select(Arrays.asList(handler.getItems())
                    .indexOf("Radio cutout at the position (org.volans.handlers.cutout)"));
            Ui.notify(handler, SWT.Selection);
            List<Text> texts = new ArrayList<>();
            Ui.collect(dialog, Text.class, texts);
            seen.add(combo(dialog, "rule.from").getText());
            texts.stream()
                    .filter(t -> "rule.settings".equals(t.getData("org.volans.id")))
                    .forEach(t -> seen.add(t.getText().replace(t.getLineDelimiter(), "\n")));
            seen.add("may be " + ok.isEnabled());
            combo(dialog, "rule.event").setText("colour");
            seen.add("may be " + ok.isEnabled());
            combo(dialog, "rule.event").setText("position");
            texts.stream()
                    .filter(t -> "rule.settings".equals(t.getData("org.volans.id")))
                    .forEach(t -> t.setText("limit=soon"));
            seen.add("may be " + ok.isEnabled());
            Ui.click(button(buttons, "Cancel"));
        });
        Ui.click(tool("Add a rule"));
        Ui.until("the dialog is answered", () -> seen.size() == 5);
        assertThat(seen)
                .containsExactly(
                        "samp", "limit=300\nradius=100\nwaveband=radio", "may be true", "may be false", "may be false");
    }

    private static Button button(List<Button> buttons, String label) {
        return buttons.stream()
                .filter(b -> b.getText().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private void add(String handler, String from, String settings) {
        boolean[] answered = {false};
        Ui.whenFound(HandlersViewTest::dialog, dialog -> {
            combo(dialog, "rule.handler").setText(handler);
            combo(dialog, "rule.from").setText(from);
            List<Text> texts = new ArrayList<>();
            Ui.collect(dialog, Text.class, texts);
            texts.stream()
                    .filter(t -> "rule.settings".equals(t.getData("org.volans.id")))
                    .forEach(t -> t.setText(settings));
            List<Button> buttons = new ArrayList<>();
            Ui.collect(dialog, Button.class, buttons);
            answered[0] = true;
            Ui.click(button(buttons, "OK"));
        });
        Ui.click(tool("Add a rule"));
        Ui.until("the dialog is answered", () -> answered[0]);
    }

    private static Optional<Shell> dialog() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(s -> "handlers.rule".equals(s.getData("org.volans.id")))
                .findFirst();
    }

    private static Combo combo(Shell dialog, String id) {
        List<Combo> combos = new ArrayList<>();
        Ui.collect(dialog, Combo.class, combos);
        return combos.stream()
                .filter(c -> id.equals(c.getData("org.volans.id")))
                .findFirst()
                .orElseThrow();
    }
}

package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.astrogrid.samp.Response;
import org.astrogrid.samp.hub.Hub;
import org.astrogrid.samp.hub.HubProfile;
import org.astrogrid.samp.hub.HubServiceMode;
import org.astrogrid.samp.xmlrpc.StandardHubProfile;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.volans.api.InputException;
import org.volans.api.samp.SampService;
import org.volans.api.samp.SampState;
import org.volans.api.samp.WebPermission;
import org.volans.ui.Ids;
import org.volans.ui.widgets.StatePane;

/** The SAMP view: hub, programs, messages. */
class SampViewTest {

    private static final String TITLE = "Send to Other Programs";

    @TempDir
    private Path elsewhere;

    private final IViewPart view;

    SampViewTest() throws Exception {
        view = Ui.view(Ids.SAMP_VIEW);
    }

    @BeforeEach
    @AfterEach
    void leave() {
        Ui.page().closeAllEditors(false);
        Highlighter.off("Volans leaves", monitor -> {
            Ui.service(SampService.class).leave();
            return true;
        });
    }

    private StatePane state() {
        return Ui.one(view, StatePane.class, s -> true);
    }

    private Table log() {
        return Ui.one(view, Table.class, t -> "samp.log".equals(t.getData("org.volans.id")));
    }

    private String line() {
        return Ui.one(view, Label.class, l -> "samp.line".equals(l.getData("org.volans.id")))
                .getText();
    }

    private List<String> clients() {
        Tree tree = Ui.one(view, Tree.class, t -> "samp.clients".equals(t.getData("org.volans.id")));
        return Arrays.stream(tree.getItems()).map(TreeItem::getText).toList();
    }

    private String cell(int row, int column) {
        return row < log().getItemCount() ? log().getItem(row).getText(column) : "";
    }

    private ToolItem tool(String tip) {
        ToolBar bar =
                ((ToolBarManager) ((IViewSite) view.getSite()).getActionBars().getToolBarManager()).getControl();
        return Arrays.stream(bar.getItems())
                .filter(i -> tip.equals(i.getToolTipText()))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Shell> dialog(String title) {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(s -> s.getText().equals(title))
                .findFirst();
    }

    private static void press(Shell dialog, String label) {
        List<Button> buttons = new ArrayList<>();
        Ui.collect(dialog, Button.class, buttons);
        Ui.click(buttons.stream()
                .filter(b -> b.getText().equals(label))
                .findFirst()
                .orElseThrow());
    }

    private void send(String kind, String client) throws Exception {
        ParameterizedCommand command = ParameterizedCommand.generateCommand(
                Ui.service(ICommandService.class).getCommand("org.volans.samp.ui.send" + kind),
                client.isEmpty() ? Map.of() : Map.of("client", client));
        Ui.service(IHandlerService.class).executeCommand(command, null);
    }

    @Test
    void startsAHubAndShowsWhoComesAndWhatIsSaid() throws Exception {
        Ui.click(tool("Show nothing of what was said until now"));
        // also when an earlier test left Volans as the hub
        Ui.until("not joined", () -> !line().startsWith("Joined") && !line().startsWith("Volans is the hub"));
        Ui.click(tool("Start a hub that other programs can join"));
        Ui.until("joined", () -> state().showsContent() && line().startsWith("Volans is the hub"));
        try (SampPeer peer = SampPeer.joinRunning("Aladdin", "table.load.votable", "coord.pointAt.sky")) {
            Ui.until("the peer is listed", () -> clients().contains("Aladdin"));
            Response pong = peer.ask("samp.app.ping");
            assertThat(pong.isOK()).isTrue();
            Response wrong = peer.ask("table.load.votable", "url", "http://127.0.0.1:9/none.vot");
            assertThat(wrong.isOK()).isFalse();
            Ui.until(
                    "both are in the log",
                    () -> cell(0, 4).startsWith("error") && cell(1, 4).equals("ok"));
            assertThat(cell(0, 1)).isEqualTo("Aladdin");
            assertThat(cell(0, 2)).isEqualTo("table.load.votable");
            assertThat(cell(0, 3)).contains("127.0.0.1:9");
            assertThat(cell(0, 5)).endsWith("s");
            log().select(0);
            Ui.notify(log(), SWT.Selection);
            Text detail = Ui.one(view, Text.class, t -> "samp.detail".equals(t.getData("org.volans.id")));
            assertThat(detail.getText()).contains("from Aladdin").contains("\"url\": \"http://127.0.0.1:9/none.vot\"");
            screenshots();
            Text filter = Ui.one(view, Text.class, t -> "samp.filter".equals(t.getData("org.volans.id")));
            filter.setText("ping");
            Ui.until(
                    "one is left", () -> log().getItemCount() == 1 && cell(0, 2).equals("samp.app.ping"));
            filter.setText("");
            Ui.until("all are back", () -> log().getItemCount() >= 2);
        }
        Ui.until("the peer has gone", () -> !clients().contains("Aladdin"));
        Ui.click(tool("Show nothing of what was said until now"));
        Ui.until("nothing is shown", () -> log().getItemCount() == 0);
        Ui.click(tool("Take part no more; a hub of ours ends"));
        Ui.until("left", () -> line().startsWith("Not connected"));
    }

    private void screenshots() throws Exception {
        Ui.screenshot("samp");
        Ui.screenshotInTheDark("samp-dark", log());
    }

    @Test
    void saysWhyProgramsInWebPagesCannotJoin() throws Exception {
        Ui.click(tool("Start a hub that other programs can join"));
        Ui.until("joined", () -> line().startsWith("Volans is the hub"));
        ToolItem web = tool("Let programs in web pages ask to join our hub (Web Profile); you are asked about each");
        try (ServerSocket taken = webPort()) {
            web.setSelection(true);
            Ui.click(web);
            Ui.until("it says why", () -> line().contains("21012 is in use"));
            Ui.until("it is not on", () -> !web.getSelection());
            Ui.click(tool("Show nothing of what was said until now"));
            Ui.until("it is known", () -> line().startsWith("Volans is the hub"));
        }
    }

    /** The port of the Web Profile, unless another hub on this machine has it. */
    private static @Nullable ServerSocket webPort() throws IOException {
        try {
            return new ServerSocket(21012);
        } catch (BindException e) {
            return null;
        }
    }

    @Test
    void waitsForAHubAndJoinsWhenOneStarts() throws Exception {
        Ui.click(tool("Join the running hub"));
        Ui.until(
                "it waits",
                () -> Ui.service(SampService.class).state() instanceof SampState.Waiting
                        && (state().says().contains("Waiting for a hub") || line().startsWith("Waiting for a hub")));
        Hub hub = Highlighter.off("another program starts a hub", monitor -> {
            try {
                return Hub.runHub(
                        HubServiceMode.NO_GUI, new HubProfile[] {new StandardHubProfile()}, new HubProfile[0]);
            } catch (java.io.IOException e) {
                throw new InputException("no hub: " + e.getMessage(), e);
            }
        });
        try {
            Ui.until("it has joined", () -> line().startsWith("Joined a running hub"));
            assertThat(tool("Let programs in web pages ask to join our hub (Web Profile); you are asked about each")
                            .isEnabled())
                    .isFalse();
        } finally {
            Highlighter.off("the hub ends", monitor -> {
                hub.shutdown();
                return true;
            });
        }
        Ui.until("it waits again", () -> line().startsWith("Waiting for a hub"));
    }

    @Test
    void sendsTablesAndPositions() throws Exception {
        TableUi.write("positions.csv", "name,ra,dec\nA,10.5,-5.25\nB,11,-6\n");
        TableUi table = TableUi.open("positions.csv");
        table.untilShown("name");
        try (SampPeer peer = SampPeer.join("Receiver", "table.load.votable", "coord.pointAt.sky")) {
            send("Table", "Receiver");
            Ui.until(
                    "the table came", () -> !peer.received("table.load.votable").isEmpty());
            assertThat(String.valueOf(
                            peer.received("table.load.votable").getFirst().getParam("url")))
                    .startsWith("file:");
            Ui.page().activate(table.editor());
            table.click(1, 1);
            Ui.until("a row is selected", () -> TableUi.selectedRow() == 0);
            int before = peer.received("coord.pointAt.sky").size();
            send("Position", "");
            Ui.until(
                    "the position came",
                    () -> peer.received("coord.pointAt.sky").size() > before);
            assertThat(Double.parseDouble(String.valueOf(
                            peer.received("coord.pointAt.sky").getLast().getParam("dec"))))
                    .isEqualTo(-5.25);
            boolean[] told = {false};
            Ui.whenFound(() -> dialog(TITLE), shell -> {
                told[0] = true;
                press(shell, "OK");
            });
            send("Image", "");
            Ui.until("it says that there is no image", () -> told[0]);
            Ui.until("what was sent is in the log", () -> cell(0, 2).equals("coord.pointAt.sky"));
            log().setSelection(0);
            Ui.notify(log(), SWT.Selection);
            int sent = peer.received("coord.pointAt.sky").size();
            Ui.click(tool("Send the selected messages again"));
            Ui.until("it came again", () -> peer.received("coord.pointAt.sky").size() == sent + 1);
        }
    }

    @Test
    void aProgramThatRefusesIsNamed() throws Exception {
        TableUi.write("refused.csv", "a\n1\n");
        TableUi.open("refused.csv").untilShown("a");
        try (SampPeer peer = SampPeer.join("Grumpy", "table.load.votable")) {
            peer.refuse("no tables today");
            String[] words = {""};
            Ui.whenFound(() -> dialog(TITLE), shell -> {
                List<Label> labels = new ArrayList<>();
                Ui.collect(shell, Label.class, labels);
                labels.forEach(l -> words[0] += l.getText());
                press(shell, "OK");
            });
            send("Table", "Grumpy");
            Ui.until("it says so", () -> !words[0].isEmpty());
            assertThat(words[0]).contains("Grumpy").contains("no tables today");
        }
    }

    @Test
    void thePreferencesSayWhatHappensAtTheStart() throws Exception {
        PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(
                Ui.page().getWorkbenchWindow().getShell(), "org.volans.samp.ui.preferences", null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        try {
            List<Button> buttons = new ArrayList<>();
            Ui.collect(dialog.getShell(), Button.class, buttons);
            List<String> checked = buttons.stream()
                    .filter(b -> (b.getStyle() & SWT.CHECK) != 0 && b.getSelection())
                    .map(Button::getText)
                    .toList();
            assertThat(checked).containsExactly("Join a running hub when Volans starts");
        } finally {
            dialog.close();
        }
    }

    @Test
    void asksOnceWhetherAWebPageMayJoin() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(SampViewTest.class).getBundleContext();
        WebPermission permission = context.getService(context.getServiceReference(WebPermission.class));
        String[] words = {""};
        Ui.whenFound(() -> dialog("Program in a Web Page"), shell -> {
            List<Label> labels = new ArrayList<>();
            Ui.collect(shell, Label.class, labels);
            labels.forEach(l -> words[0] += l.getText());
            press(shell, "Refuse");
        });
        boolean may = Highlighter.off("it is asked", m -> permission.mayJoin("Page", "https://example.org"));
        assertThat(may).isFalse();
        assertThat(words[0]).contains("Page").contains("https://example.org");
        // nobody answers a second dialog
        boolean again = Highlighter.off("it is known", m -> permission.mayJoin("Page", "https://example.org"));
        assertThat(again).isFalse();
    }
}

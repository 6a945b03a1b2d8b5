package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;

/** Menus, tool bar, preferences, colours, files of the project. */
class ShellTest {

    private static final String PAGE = "org.volans.app.preferences";

    /** What the platform has for programmers. */
    private static final List<String> LEFTOVERS = List.of(
            "Convert Line Delimiters",
            "Projects from File System",
            "External Tools",
            "Working Set",
            "Team",
            "Build",
            "Java",
            "Annotation",
            "Last Edit",
            "Whitespace");

    @Test
    void resetPerspectiveBringsNothingElse() throws Exception {
        Ui.page().resetPerspective();
        toolBarHoldsWhatThisProgramDoes();
        menusHoldWhatThisProgramDoes();
    }

    @Test
    void menusHoldWhatThisProgramDoes() {
        Shell shell = Ui.page().getWorkbenchWindow().getShell();
        List<String> labels = labels(shell.getMenuBar());

        assertThat(labels)
                .contains("File", "Edit", "Data", "Window", "Help")
                .contains("ADQL Query", "Folder…", "Open File…", "Import into Project…", "Recent Files", "Save As...")
                .contains("Try It on the Embedded Sky", "Search the Registry")
                .contains("Show View", "Appearance", "Light", "Dark", "As the System", "Preferences...")
                .contains("Welcome", "Cheat Sheet: The Radio Realm in 20 Minutes", "Help Contents", "Error Log")
                .contains("About Volans");
        LEFTOVERS.forEach(l -> assertThat(labels).noneMatch(x -> x.contains(l)));
    }

    @Test
    void noMenuIsEmpty() {
        Shell shell = Ui.page().getWorkbenchWindow().getShell();
        for (MenuItem item : shell.getMenuBar().getItems()) {
            assertThat(opened(item.getMenu()).getItems()).as(item.getText()).isNotEmpty();
        }
    }

    @Test
    void toolBarHoldsWhatThisProgramDoes() throws Exception {
        Ui.startSky();
        Ui.open("objects.vot");
        Shell shell = Ui.page().getWorkbenchWindow().getShell();
        List<Control> parts = new ArrayList<>();
        Arrays.stream(shell.getChildren())
                .filter(c -> c.getBounds().y < 60 && c.getBounds().height < 60)
                .forEach(c -> Ui.collect(c, Control.class, parts));
        List<String> tips = parts.stream()
                .filter(ToolBar.class::isInstance)
                .flatMap(b -> Stream.of(((ToolBar) b).getItems()))
                .map(ToolItem::getToolTipText)
                .map(t -> t == null ? "" : t)
                .toList();

        for (String wanted :
                List.of("New ADQL query", "Open tables", "Save", "embedded sky", "Search the registry", "dark")) {
            assertThat(tips).anyMatch(t -> t.contains(wanted));
        }
        LEFTOVERS.forEach(l -> assertThat(tips).noneMatch(t -> t.contains(l)));
        assertThat(tips).noneMatch(t -> t.contains("Access commands"));
    }

    @Test
    void preferencesAreThoseOfThisProgram() {
        List<String> pages = Stream.of(
                        PlatformUI.getWorkbench().getPreferenceManager().getRootSubNodes())
                .map(IPreferenceNode::getLabelText)
                .toList();
        assertThat(pages)
                .contains("Volans", "Appearance", "Keys")
                .doesNotContain("General", "Team", "Version Control (Team)");
    }

    @Test
    void registryMustBeAWebAddress() throws Exception {
        PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(
                Ui.page().getWorkbenchWindow().getShell(), PAGE, null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        try {
            PreferencePage page = (PreferencePage) dialog.getSelectedPage();
            Combo registry = (Combo) named(dialog.getShell(), "registry");
            assertThat(registry.getItems()).isNotEmpty();
            assertThat(page.isValid()).isTrue();
            String before = registry.getText();
            for (String bad : List.of("reg.g-vo.org", "ftp://reg.g-vo.org/tap", "http://a b/")) {
                registry.setText(bad);
                assertThat(page.isValid()).as(bad).isFalse();
                assertThat(page.getErrorMessage()).contains(bad);
            }
            registry.setText("https://dc.g-vo.org/tap");
            assertThat(page.isValid()).isTrue();
            registry.setText(before);
            Ui.screenshot("preferences");
        } finally {
            dialog.close();
        }
    }

    @Test
    void coloursCanBeSwitched() throws Exception {
        Ui.startSky();
        Ui.open("objects.vot");
        theme("dark");
        try {
            assertThat(Ui.page().getWorkbenchWindow().getShell().getBackground().getRed())
                    .isLessThan(128);
            Ui.screenshot("workbench-dark");
        } finally {
            theme("light");
        }
        assertThat(Ui.page().getWorkbenchWindow().getShell().getBackground().getRed())
                .isGreaterThan(128);
    }

    @Test
    void embeddedSkyBringsFilesToBeginWith() throws Exception {
        Ui.startSky();
        Ui.until("example queries", () -> Ui.file("queries/upload-join.adql").exists());
        assertThat(Ui.file("queries/obscore-region.adql").exists()).isTrue();
        assertThat(Ui.file("queries/cone.adql").exists()).isTrue();

        Ui.page().closeAllEditors(false);
        Ui.service(IHandlerService.class).executeCommand(Ids.START_SKY, null);
        Ui.until(
                "a second start opens the objects again",
                () -> Optional.ofNullable(Ui.page().getActiveEditor())
                        .filter(e -> e.getTitle().contains("objects"))
                        .isPresent());
    }

    @Test
    void newQueryIsMadeInTheProject() throws Exception {
        Ui.page().closeAllEditors(false);
        Ui.service(IHandlerService.class).executeCommand("org.volans.app.newQuery", null);
        Ui.until("the query is open", () -> Ui.page().getActiveEditor() != null);
        assertThat(Ui.page().getActiveEditor().getTitle()).startsWith("query").endsWith(".adql");
        assertThat(Ui.service(ProjectFolder.class)
                        .project()
                        .getFolder("queries")
                        .members())
                .isNotEmpty();
        Ui.page().closeAllEditors(false);
    }

    @Test
    void filesOfElsewhereAreLinkedOnceAndImportedAsCopies(@TempDir Path folder) throws Exception {
        Path table = Files.writeString(folder.resolve("mine.csv"), "ra,dec\n1,2\n");
        for (int i = 0; i < 2; i++) {
            Ui.page().closeAllEditors(false);
            run("org.volans.app.openFile(file=" + table + ")");
            Ui.until("the table is open", () -> Ui.page().getActiveEditor() != null);
        }
        assertThat(Ui.file("mine.csv").isLinked()).isTrue();
        assertThat(Ui.file("mine-2.csv").exists()).isFalse();

        Ui.page().closeAllEditors(false);
        run("org.volans.app.importFiles(file=" + table + ")");
        Ui.until("the copy is open", () -> Ui.page().getActiveEditor() != null);
        assertThat(Ui.file("mine-2.csv").isLinked()).isFalse();
        assertThat(Files.exists(table)).isTrue();
        Ui.page().closeAllEditors(false);
        Ui.file("mine.csv").delete(true, null);
        assertThat(Files.exists(table))
                .as("taking the link away leaves the file")
                .isTrue();
    }

    @Test
    void aFileThatIsNotThereIsSaid(@TempDir Path folder) throws Exception {
        Ui.page();
        List<String> told = new ArrayList<>();
        // the platform's test harness keeps error dialogs from opening
        boolean harness = ErrorDialog.AUTOMATED_MODE;
        ErrorDialog.AUTOMATED_MODE = false;
        try {
            ClosingTest.answer("Problem Occurred", "OK", told);
            run("org.volans.app.openFile(file=" + folder.resolve("gone.csv") + ")");
            Ui.until("the failure is shown", () -> !told.isEmpty());
        } finally {
            ErrorDialog.AUTOMATED_MODE = harness;
        }
        assertThat(String.join("\n", told)).contains("gone.csv");
        assertThat(Ui.file("gone.csv").exists()).isFalse();
    }

    /** Runs a command as it is written in a cheat sheet. */
    static void run(String command) throws Exception {
        Ui.service(IHandlerService.class)
                .executeCommand(Ui.service(ICommandService.class).deserialize(command), null);
    }

    static void theme(String name) throws Exception {
        run("org.volans.app.theme(theme=" + name + ")");
        Display display = Display.getCurrent();
        while (display.readAndDispatch()) {
            // styling
        }
    }

    private static Control named(Shell shell, String id) {
        List<Control> parts = new ArrayList<>();
        Ui.collect(shell, Control.class, parts);
        return parts.stream()
                .filter(c -> id.equals(c.getData("org.volans.id")))
                .findFirst()
                .orElseThrow();
    }

    private static Menu opened(Menu menu) {
        Ui.notify(menu, SWT.Show);
        return menu;
    }

    private static List<String> labels(Menu menu) {
        List<String> found = new ArrayList<>();
        for (MenuItem item : opened(menu).getItems()) {
            found.add(item.getText().replace("&", "").replaceAll("\t.*", ""));
            if (item.getMenu() != null) {
                found.addAll(labels(item.getMenu()));
            }
        }
        Ui.notify(menu, SWT.Hide);
        return found;
    }
}

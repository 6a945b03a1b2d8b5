package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.intro.IIntroManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.volans.ui.Ids;

/** The Welcome page. */
class WelcomeTest {

    private final IIntroManager manager = PlatformUI.getWorkbench().getIntroManager();

    @AfterEach
    void close() {
        manager.closeIntro(manager.getIntro());
    }

    private static Shell shell() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }

    private void show() {
        Ui.page();
        manager.showIntro(PlatformUI.getWorkbench().getActiveWorkbenchWindow(), false);
        Ui.until("the Welcome page shows", () -> !links().isEmpty());
    }

    private static List<Link> links() {
        List<Link> links = new ArrayList<>();
        Ui.collect(shell(), Link.class, links);
        links.removeIf(l -> !String.valueOf(l.getData("org.volans.id")).startsWith("welcome."));
        return links;
    }

    private static void follow(String id) {
        Link link = links().stream()
                .filter(l -> ("welcome." + id).equals(l.getData("org.volans.id")))
                .findFirst()
                .orElseThrow();
        Ui.click(link);
    }

    @Test
    void saysWhatCanBeDone() throws Exception {
        show();
        assertThat(links().stream().map(Link::getText))
                .contains(
                        "<a>Try it on the embedded sky</a>",
                        "<a>Search the registry</a>",
                        "<a>Open a table…</a>",
                        "<a>New ADQL query</a>",
                        "<a>Cheat sheet: The radio realm in 20 minutes</a>");
        Ui.screenshot("welcome");
        ShellTest.theme("dark");
        try {
            Ui.screenshot("welcome-dark");
        } finally {
            ShellTest.theme("light");
        }
    }

    @Test
    void fitsASmallWindow() throws Exception {
        Shell shell = shell();
        Rectangle before = shell.getBounds();
        show();
        shell.setSize(new Point(760, 560));
        try {
            Ui.until(
                    "one column",
                    () -> links().stream()
                                    .map(l -> l.toDisplay(0, 0).x)
                                    .distinct()
                                    .count()
                            == 1);
            Ui.screenshot("welcome-small");
        } finally {
            shell.setBounds(before);
        }
    }

    @Test
    void opensTheRegistry() {
        show();
        follow("search_registry");
        Ui.until(
                "the Registry view is active",
                () -> PlatformUI.getWorkbench()
                        .getActiveWorkbenchWindow()
                        .getPartService()
                        .getActivePartReference()
                        .getId()
                        .equals(Ids.REGISTRY_VIEW));
        assertThat(manager.getIntro()).isNull();
        Ui.until(
                "what is typed goes into the search field",
                () -> shell().getDisplay().getFocusControl() instanceof Text text
                        && text.getMessage().startsWith("Keywords"));
    }

    @Test
    void makesAQuery() {
        show();
        follow("new_query");
        Ui.until(
                "a query is open",
                () -> manager.getIntro() == null
                        && Ui.page().getActiveEditor() != null
                        && Ui.page().getActiveEditor().getTitle().endsWith(".adql"));
        Ui.page().closeAllEditors(false);
        show();
        follow("file");
        Ui.until("the recent file is open", () -> Ui.page().getActiveEditor() != null);
        Ui.page().closeAllEditors(false);
    }

    @Test
    void opensTheCheatSheet() throws Exception {
        Ui.startSky();
        show();
        follow("cheatsheet");
        Ui.until(
                "the cheat sheet shows",
                () -> Ui.page().findViewReference("org.eclipse.ui.cheatsheets.views.CheatSheetView") != null);
        Ui.screenshot("cheatsheet");
        Ui.page().hideView(Ui.page().findView("org.eclipse.ui.cheatsheets.views.CheatSheetView"));
    }
}

package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.volans.ui.tests.TapViews.named;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.widgets.StatePane;

/** Does what {@code docs/tutorial/by-mouse.md} says, and takes its pictures. */
class TutorialTest {

    private static final String PHOTOMETRY = "objects_with_sdss12";
    private static final int ROWS = 23;

    private final Shell window = Ui.page().getWorkbenchWindow().getShell();
    private final Rectangle before = window.getBounds();

    private Guide guide;

    /** As at the first start: nothing is open, and the project is empty. */
    @BeforeEach
    void tidyUp() throws Exception {
        guide = new Guide();
        Ui.page().closeAllEditors(false);
        Ui.page().resetPerspective();
        IProject project = Ui.service(ProjectFolder.class).project();
        for (IResource member : project.members()) {
            if (member instanceof IFolder || member.getName().endsWith(".vot")) {
                member.delete(true, null);
            }
        }
        window.setBounds(0, 0, 1440, 900);
    }

    @AfterEach
    void putBack() {
        Ui.page().closeAllEditors(false);
        Ui.page().resetPerspective();
        window.setBounds(before);
    }

    @Test
    void thePageIsDoneAsItSays() throws Exception {
        startTheSky();
        lookAtThePositions();
        findPhotometry();
        TableUi colours = new TableUi(ChainSteps.editor(PHOTOMETRY));
        seeSeds(colours);
        readTheQuery();
        findImages(colours);
        followTheLinks();
        cutOut(colours);
        allAtOnce(colours);
        guide.chapter("What is left of it");
        guide.last();
    }

    /** What both have their reader choose from a menu, they have in the same order. */
    @Test
    void theCheatSheetGoesTheSameWay() throws Exception {
        List<String> way = new ArrayList<>();
        for (String step : HelpTest.commandsOfTheCheatSheet()) {
            String entry = "Data ▸ "
                    + Ui.service(ICommandService.class)
                            .deserialize(step)
                            .getCommand()
                            .getName();
            if (ScreenLabels.all().contains(entry)) {
                way.add(entry);
            }
        }
        List<String> page = TutorialPage.read().steps().stream()
                .flatMap(step -> step.labels().stream())
                .distinct()
                .toList();
        assertThat(way).hasSize(4);
        assertThat(page).containsSubsequence(way);
    }

    private void startTheSky() throws Exception {
        PlatformUI.getWorkbench().getIntroManager().showIntro(Ui.page().getWorkbenchWindow(), false);
        Link link = Ui.found("the Welcome page", this::startLink);
        guide.chapter("1. Start the sky");
        guide.says("Try it on the embedded sky");
        Ui.click(link);
        TableUi objects = new TableUi(ChainSteps.editor("objects"));
        objects.untilShown("dec");
        Ui.view(IPageLayout.ID_PROJECT_EXPLORER);
        Ui.page().activate(objects.editor());
        guide.picture("tutorial-1-sky");
    }

    private Optional<Link> startLink() {
        List<Link> links = new ArrayList<>();
        Ui.collect(window, Link.class, links);
        return links.stream()
                .filter(l -> l.getText().equals("<a>Try it on the embedded sky</a>"))
                .findFirst();
    }

    private void lookAtThePositions() throws Exception {
        TableUi objects = new TableUi(ChainSteps.editor("objects"));
        guide.chapter("2. Look at the positions");
        objects.page(1);
        guide.picture("tutorial-2-columns");
        objects.page(0);
    }

    private void findPhotometry() throws Exception {
        guide.chapter("3. Find photometry");
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Display.getCurrent().asyncExec(() -> {
            try {
                confirmPhotometry();
            } catch (Exception | AssertionError e) {
                failure.set(e);
                dialog().ifPresent(Shell::close);
            }
        });
        guide.choose("Data ▸ Find Photometry for These Positions…");
        if (failure.get() != null) {
            throw new AssertionError("the dialog", failure.get());
        }
        TableUi colours = new TableUi(ChainSteps.editor(PHOTOMETRY));
        colours.untilShown("rmag");
        colours.untilCount(ROWS + " rows");
    }

    private void confirmPhotometry() throws Exception {
        Shell dialog = Ui.found("the dialog", TutorialTest::dialog);
        Button ok = in(dialog, Button.class, "photometry.ok");
        Ui.until("candidates", ok::isEnabled);
        assertThat(in(dialog, Text.class, "photometry.keyword").getText()).isEqualTo("SDSS12");
        assertThat(in(dialog, Table.class, "photometry.candidates").getItem(0).getText())
                .isEqualTo("\"V/147/sdss12\"");
        guide.picture("tutorial-3-dialog");
        assertThat(ok.getText()).isEqualTo(guide.says("Find Photometry"));
        Ui.click(ok);
    }

    private static Optional<Shell> dialog() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(named("photometry.dialog"))
                .findFirst();
    }

    private static <T extends Control> T in(Shell shell, Class<T> kind, String id) {
        List<T> found = new ArrayList<>();
        Ui.collect(shell, kind, found);
        return found.stream().filter(named(id)).findFirst().orElseThrow();
    }

    private void seeSeds(TableUi colours) throws Exception {
        guide.chapter("4. See spectral energy distributions");
        colours.untilShown("rmag");
        highlight(colours, 2);
        guide.picture("tutorial-4-sed");
    }

    /** Clicks a row, counted from 1, and waits for its SED. */
    private static void highlight(TableUi colours, int row) throws Exception {
        Ui.page().activate(colours.editor());
        colours.click(1, row);
        ChainSteps.sedOf(colours.column("SDSS12").get(row - 1));
    }

    private void readTheQuery() throws Exception {
        guide.chapter("5. The query behind it");
        String path = "queries/" + PHOTOMETRY + ".adql";
        QueryEditor query = new QueryEditor(Ui.file(path), Ui.open(path));
        String text = query.document().get();
        assertThat(text).contains("gmag");
        query.document().set(text.replaceFirst("gmag", "gmagg"));
        Ui.until("it is underlined", () -> !query.problems().isEmpty());
        guide.picture("tutorial-5-query");
        query.document().set(text);
        Ui.until("it is right again", () -> query.problems().isEmpty());
        Ui.page().closeEditor(query.part(), false);
    }

    private void findImages(TableUi colours) throws Exception {
        guide.chapter("6. Find radio images");
        Ui.page().activate(colours.editor());
        guide.choose("Data ▸ Find Images of These Positions");
        IViewPart view = Ui.view(Ids.DISCOVERY_VIEW);
        Table services = Ui.one(view, Table.class, named("discovery.services"));
        Ui.until(
                "all have ended",
                () -> states(services).size() == 4
                        && states(services).stream()
                                .allMatch(state -> state.equals("answered") || state.equals("failed")));
        assertThat(states(services)).containsOnlyOnce("failed");
        ChainSteps.editor(PHOTOMETRY + "_radio");
        guide.picture("tutorial-6-discovery");
    }

    private static List<String> states(Table services) {
        return Arrays.stream(services.getItems()).map(i -> i.getText(1)).toList();
    }

    private void followTheLinks() throws Exception {
        guide.chapter("7. Follow the links");
        TableUi images = new TableUi(ChainSteps.editor(PHOTOMETRY + "_radio"));
        Ui.page().activate(images.editor());
        images.one(Text.class, "table.filter").setText("mosaic");
        images.untilCount(ROWS + " of 82");
        ChainSteps.highlight(images.editor(), 0);
        IViewPart links = Ui.page().findView(Ids.LINKS_VIEW); // the table keeps the focus, as it does for a person
        Ui.until("its links", () -> Ui.all(links, Tree.class).stream().anyMatch(tree -> tree.getItemCount() > 2));
        Ui.page().activate(images.editor());
        guide.picture("tutorial-7-links");
    }

    private void cutOut(TableUi colours) throws Exception {
        guide.chapter("8. Cut out");
        Ui.page().setPartState(Ui.page().findViewReference(Ids.DISCOVERY_VIEW), IWorkbenchPage.STATE_MINIMIZED);
        highlight(colours, 2);
        guide.choose("Data ▸ Cut Out Radio Image Here");
        untilShown("");
        guide.picture("tutorial-8-cutout");
    }

    /** Waits for an image that is not the one before; gives its name. */
    private static String untilShown(String other) {
        IEditorPart image = Ui.found(
                "another image",
                () -> Arrays.stream(Ui.page().getEditorReferences())
                        .filter(r -> Ids.IMAGE_EDITOR.equals(r.getId())
                                && !r.getName().equals(other))
                        .map((IEditorReference r) -> Optional.ofNullable(r.getEditor(false)))
                        .flatMap(Optional::stream)
                        .filter(Ui.page()::isPartVisible)
                        .findFirst());
        Ui.until("it is drawn", () -> Ui.all(image, StatePane.class).getFirst().showsContent());
        return image.getTitle();
    }

    private void allAtOnce(TableUi colours) throws Exception {
        guide.chapter("9. All of it at once");
        String first = untilShown("");
        guide.look();
        guide.choose("Data ▸ Cut Out on Selection");
        try {
            highlight(colours, 5);
            untilShown(first);
            guide.picture("tutorial-9-together");
            Ui.view(Ids.SAMP_VIEW);
            guide.look();
        } finally {
            ScreenLabels.choose("Data ▸ Cut Out on Selection");
        }
    }
}

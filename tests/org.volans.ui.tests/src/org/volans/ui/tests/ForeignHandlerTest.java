package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.geometry.Interval;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.PositionHandler;
import org.volans.api.handler.RowHandler;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPoint;
import org.volans.api.table.TableService;
import org.volans.ui.Ids;

/** Handlers of a third party in the workbench: what they give finds its view. */
@NonNullByDefault({})
class ForeignHandlerTest {

    @TempDir
    private Path elsewhere;

    private final IViewPart handlers;
    private final IViewPart sed;
    private ServiceRegistration<?> registration;

    ForeignHandlerTest() throws Exception {
        handlers = Ui.view(Ids.HANDLERS_VIEW);
        sed = Ui.view(Ids.SED_VIEW);
    }

    /** A point in the radio for each row, and words. */
    private static final class Radio implements RowHandler {

        @Override
        public boolean accepts(HandlerEvent.Row event) {
            return true;
        }

        @Override
        public List<HandlerResult> handle(HandlerEvent.Row event, HandlerContext context, IProgressMonitor monitor) {
            SedPoint point = new SedPoint("S", "radio", 2, new Interval(1.9, 2.1), 0.01, 0.001, "10 mJy", false);
            Sed radio = new Sed("radio", Optional.empty(), List.of(point), List.of());
            return List.of(
                    new HandlerResult.Spectrum(radio),
                    new HandlerResult.Text("radio of row " + event.row() + " for "
                            + event.source().name()));
        }
    }

    private <T extends Handler<?>> void register(Class<T> kind, T handler, String id, String label) {
        registration = FrameworkUtil.getBundle(ForeignHandlerTest.class)
                .getBundleContext()
                .registerService(kind, handler, new Hashtable<>(Map.of(Handler.ID, id, Handler.LABEL, label)));
        Ui.until(
                label + " is listed",
                () -> Arrays.stream(rules().getItems())
                        .anyMatch(i -> i.getText().equals(label) && i.getText(6).equals("org.volans.ui.tests")));
    }

    @AfterEach
    void unregister() {
        registration.unregister();
        Ui.page().closeAllEditors(false);
    }

    private Table rules() {
        return Ui.one(handlers, Table.class, t -> "handlers.rules".equals(t.getData("org.volans.id")));
    }

    private List<String> notes() {
        Table notes = Ui.one(handlers, Table.class, t -> "handlers.notes".equals(t.getData("org.volans.id")));
        return Arrays.stream(notes.getItems()).map(TableItem::getText).toList();
    }

    private int points() {
        return Ui.all(sed, Table.class).stream()
                .filter(t -> "sed.points".equals(t.getData("org.volans.id")))
                .mapToInt(Table::getItemCount)
                .sum();
    }

    @Test
    void itsSedIsDrawnTogetherWithOurs() throws Exception {
        register(RowHandler.class, new Radio(), "test.radio", "Radio flux");
        URI url = PhotometryFile.write(elsewhere.resolve("a.vot"));
        try (SampPeer peer = SampPeer.join("Peer")) {
            peer.ask("table.load.votable", "table-id", "foreign", "url", url.toString(), "name", "foreign");
            assertThat(peer.ask("table.highlight.row", "table-id", "foreign", "row", "1")
                            .isOK())
                    .isTrue();
            assertThat(points()).isEqualTo(4);
            Ui.until("it says so", () -> notes().stream().anyMatch(n -> n.endsWith("radio of row 1 for Peer")));
        }
        TableUi table = new TableUi(Ui.page().getEditorReferences()[0].getEditor(true));
        table.untilShown("rmag");
        Ui.page().activate(table.editor());
        table.click(1, 6);
        Ui.until(
                "a row that is highlighted here has both, too",
                () -> points() == 4 && notes().stream().anyMatch(n -> n.endsWith("radio of row 5 for Volans")));
        Highlighter.off("more comes", monitor -> true);
        assertThat(points()).isEqualTo(4);
    }

    @Test
    void whatItGivesFindsItsPlace() throws Exception {
        Path file = Path.of(PhotometryFile.write(elsewhere.resolve("source.vot")));
        PositionHandler handler = new PositionHandler() {

            @Override
            public boolean accepts(HandlerEvent.Pointed event) {
                return event.source() instanceof EventSource.Program;
            }

            @Override
            public List<HandlerResult> handle(
                    HandlerEvent.Pointed event, HandlerContext context, IProgressMonitor monitor) throws VoException {
                return List.of(
                        new HandlerResult.Table(
                                "around", Ui.service(TableService.class).open(file, "", monitor)),
                        new HandlerResult.Page(URI.create("https://example.org/here"), "About this position"),
                        new HandlerResult.Warning("half of it is missing"));
            }
        };
        register(PositionHandler.class, handler, "test.around", "What is around");
        try (SampPeer peer = SampPeer.join("Peer")) {
            peer.ask("coord.pointAt.sky", "ra", "10", "dec", "20");
        }
        Ui.until(
                "the table is open",
                () -> Arrays.stream(Ui.page().getEditorReferences())
                        .anyMatch(r -> r.getTitle().equals("around.vot")));
        Ui.until(
                "its words are listed",
                () -> notes().stream().anyMatch(n -> n.endsWith("About this position"))
                        && notes().stream().anyMatch(n -> n.endsWith("half of it is missing")));
    }

    /** Heeds nothing but interrupts, which come when it is given up. */
    private static final class Hangs implements PositionHandler {

        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public boolean accepts(HandlerEvent.Pointed event) {
            return event.source() instanceof EventSource.Program;
        }

        @Override
        public List<HandlerResult> handle(HandlerEvent.Pointed event, HandlerContext context, IProgressMonitor monitor)
                throws VoException {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new InputException("interrupted", e);
            }
            return HandlerResult.none();
        }
    }

    private Optional<Job> job(String label) {
        return Arrays.stream(Job.getJobManager().find(null))
                .filter(job -> !job.isSystem() && job.getName().startsWith(label) && job.getState() == Job.RUNNING)
                .findFirst();
    }

    private String latest(String label) {
        return Arrays.stream(rules().getItems())
                .filter(item -> item.getText().equals(label))
                .map(item -> item.getText(5))
                .findFirst()
                .orElse("");
    }

    @Test
    void whatHangsIsSeenAndCanBeStopped() {
        register(PositionHandler.class, new Hangs(), "test.hangs", "Hangs for ever");
        try (SampPeer peer = SampPeer.join("Peer")) {
            peer.tell("coord.pointAt.sky", "ra", "10", "dec", "20");
            Job job = Ui.found("it is among the jobs", () -> job("Hangs for ever: position "));
            Ui.until("the view says so", () -> latest("Hangs for ever").startsWith("running since "));
            job.cancel();
            Ui.until(
                    "it is given up",
                    () -> latest("Hangs for ever").endsWith("error: was cancelled and did not end; given up"));
            assertThat(job("Hangs for ever")).isEmpty();
        }
    }

    @Test
    void ofManyImagesTheLatestStayOpen() throws Exception {
        byte[] fits = new FitsFiles()
                .image(new long[] {10, 10}, i -> i, FitsFiles.tan(1, 1, 1))
                .bytes();
        PositionHandler handler = new PositionHandler() {

            @Override
            public boolean accepts(HandlerEvent.Pointed event) {
                return event.source() instanceof EventSource.Program;
            }

            @Override
            public List<HandlerResult> handle(
                    HandlerEvent.Pointed event, HandlerContext context, IProgressMonitor monitor) throws VoException {
                Path file = context.newFile("many", "fits");
                try {
                    Files.write(file, fits);
                } catch (IOException e) {
                    throw new InputException("it cannot be written", e);
                }
                return List.of(new HandlerResult.Image(file, "one of many", Optional.empty()));
            }
        };
        register(PositionHandler.class, handler, "test.many", "One of many");
        try (SampPeer peer = SampPeer.join("Peer")) {
            for (int i = 0; i < 10; i++) {
                peer.ask("coord.pointAt.sky", "ra", "10", "dec", Integer.toString(i));
            }
        }
        List<String> open = Arrays.stream(Ui.page().getEditorReferences())
                .map(r -> r.getTitle())
                .filter(t -> t.startsWith("many"))
                .toList();
        assertThat(open).hasSize(8).contains("many-10.fits").doesNotContain("many.fits", "many-2.fits");
    }
}

package org.volans.sdk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.VoException;
import org.volans.api.datalink.LinkedRow;
import org.volans.api.geometry.Position;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.ResultViewer;
import org.volans.api.sed.Sed;
import org.volans.sdk.contract.Services.Call;
import org.volans.sdk.contract.Services.Fault;
import org.volans.sdk.testing.Events;

/**
 * What {@link ResultViewer} promises, as tests. An
 * author's test extends this and says how the viewer is made and what it shows. What it does in a window is for a test in the
 * workbench.
 *
 * {@snippet class="org.volans.sdk.examples.ExamplesTest" region="viewer"}
 */
@TimeLimit
public abstract class ResultViewerContract {

    /** For files of the test; empty at first and gone at the end. */
    @TempDir
    protected Path folder = Path.of("");

    /** For a test of a viewer. */
    protected ResultViewerContract() {}

    /** Makes the viewer as declarative services would: with what it needs of {@code services}. */
    protected abstract ResultViewer viewer(Services services) throws Exception;

    /** A result that it shows. */
    protected abstract HandlerResult shown() throws Exception;

    /** The id of the handler that made it; to be overridden where that makes a difference. */
    protected String maker() {
        return "org.example.handler";
    }

    /** What was handled. */
    protected HandlerEvent event() {
        return Events.rowAt(new Position(83.633, 22.0145));
    }

    private List<Path> show(Services services, IProgressMonitor monitor) throws Exception {
        return viewer(services).show(event(), maker(), shown(), monitor);
    }

    private List<Call> asks() throws Exception {
        Services services = new Services(Fault.NONE);
        show(services, new NullProgressMonitor());
        return services.asked();
    }

    /** One of each kind. */
    private List<HandlerResult> results() {
        return List.of(
                new HandlerResult.Spectrum(new Sed("nothing", Optional.empty(), List.of(), List.of())),
                new HandlerResult.Image(folder.resolve("missing.fits"), "an image", Optional.empty()),
                new HandlerResult.Table("a table", Events.positions()),
                new HandlerResult.Links(new LinkedRow(List.of(), Map.of(), OptionalLong.empty())),
                new HandlerResult.Page(URI.create("https://example.org/"), "a page"),
                new HandlerResult.Text("words"),
                new HandlerResult.Warning("words"));
    }

    /** It knows what it shows, whoever made it, without asking anybody. */
    @Test
    protected void knowsAtOnceWhatItShows() throws Exception {
        Services services = new Services(Fault.NONE);
        assertThat(viewer(services).shows(maker(), shown()))
                .as("shows(shown())")
                .isTrue();
        assertThat(services.asked()).as("services that shows() waits for").isEmpty();
    }

    /** Asked about any result it answers, and does not throw. */
    @Test
    protected void answersAboutAnyResult() throws Exception {
        ResultViewer viewer = viewer(new Services(Fault.NONE));
        for (HandlerResult result : results()) {
            assertThatCode(() -> viewer.shows("", result))
                    .as("shows(%s)", result)
                    .doesNotThrowAnyException();
        }
    }

    /** It shows what it says that it shows, and names the files that there are then. */
    @Test
    protected void showsIt() throws Exception {
        assertThat(show(new Services(Fault.NONE), new NullProgressMonitor()))
                .isNotNull()
                .allSatisfy(file -> assertThat(file).isRegularFile());
    }

    /** Several threads show at once. */
    @Test
    protected void worksForSeveralThreads() throws Exception {
        ResultViewer viewer = viewer(new Services(Fault.NONE));
        HandlerResult result = shown();
        assertThat(Side.bySide(() -> viewer.show(event(), maker(), result, new NullProgressMonitor())))
                .doesNotContainNull();
    }

    /** When the user gives up while it waits for a service, it stops: it hands its monitor on, and lets the exception pass. */
    @Test
    protected void stopsWhenCancelled() throws Exception {
        Trials.stopsWhenCancelled(asks(), this::show);
    }

    /** Whichever service fails, it says so in one line, or does without it. */
    @Test
    protected void survivesDeadServices() throws Exception {
        Trials.survivesDeadServices(asks(), services -> {
            try {
                assertThat(show(services, new NullProgressMonitor())).isNotNull();
            } catch (VoException e) {
                Side.oneLine(e);
            }
        });
    }
}

package org.volans.sdk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.VoException;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.HandlerRule;
import org.volans.api.net.HttpService;
import org.volans.sdk.contract.Faults.Lie;
import org.volans.sdk.contract.Services.Call;
import org.volans.sdk.contract.Services.Fault;
import org.volans.sdk.testing.TestContext;

/**
 * What {@link Handler} promises. Not for authors to extend, but {@link RowHandlerContract} and its like.
 *
 * @param <E> the events that it handles
 */
@TimeLimit
public abstract class HandlerContract<E extends HandlerEvent> {

    /** For files of the test; empty at first and gone at the end. */
    @TempDir
    protected Path folder = Path.of("");

    HandlerContract() {}

    /** Makes the handler as declarative services would: with what it needs of {@code services}. */
    protected abstract Handler<E> handler(Services services) throws Exception;

    /** An event that it accepts, and handles with success when all goes well. */
    protected abstract E accepted() throws Exception;

    /** An event that it does not accept; empty when there is none. */
    protected Optional<E> refused() throws Exception {
        return Optional.empty();
    }

    /** The settings by which it does so, such as where the test's server is; those of its own rule hold, too. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    /** Its service properties; as a rule those of the component that the build has described. */
    protected Map<String, Object> properties() throws Exception {
        return component().properties();
    }

    /** Its surroundings; to be overridden by a handler that needs a registry. */
    protected HandlerContext context(Map<String, String> settings) {
        return TestContext.of(settings).folder(folder);
    }

    /** Events of its kind that are strange, but allowed. */
    abstract List<E> strange();

    /** The same event about a table that notes what is read; the event itself when it is about none. */
    abstract E watched(E event, List<WatchedTable> tables);

    /** The interface under which it is registered. */
    abstract Class<?> kind();

    private ComponentXml component() throws Exception {
        return ComponentXml.of(handler(new Services(Fault.NONE)).getClass());
    }

    private Map<String, String> allSettings() throws Exception {
        Map<String, String> all = new HashMap<>(rule().settings());
        all.putAll(settings());
        return all;
    }

    private HandlerRule rule() throws Exception {
        return HandlerRule.parse("x", Objects.toString(properties().get(Handler.RULE), ""));
    }

    private List<HandlerResult> handle(Services services, E event, IProgressMonitor monitor) throws Exception {
        return handler(services).handle(event, context(allSettings()), monitor);
    }

    /** What it asks when all goes well. */
    private List<Call> asks() throws Exception {
        Services services = new Services(Fault.NONE);
        handle(services, accepted(), new NullProgressMonitor());
        return services.asked();
    }

    /** It has an id and a label, and its rule can be read. */
    @Test
    protected void saysWhoItIs() throws Exception {
        assertThat(properties()).containsKeys(Handler.ID, Handler.LABEL);
        assertThat(String.valueOf(properties().get(Handler.ID)))
                .as("%s: a reverse domain name", Handler.ID)
                .matches("[a-z][\\w-]*(\\.[\\w-]+)+");
        assertThat(String.valueOf(properties().get(Handler.LABEL)))
                .as(Handler.LABEL)
                .isNotBlank();
        assertThatCode(this::rule).as(Handler.RULE).doesNotThrowAnyException();
    }

    /** It implements the interface under which rules know it. */
    @Test
    protected void isOfItsKind() throws Exception {
        assertThat(handler(new Services(Fault.NONE))).isInstanceOf(kind());
    }

    /** It accepts what it is for, without asking anybody and without going through the table. */
    @Test
    protected void acceptsAtOnce() throws Exception {
        Services services = new Services(Fault.NONE);
        List<WatchedTable> tables = new java.util.ArrayList<>();
        E event = watched(accepted(), tables);
        assertThat(handler(services).accepts(event, allSettings()))
                .as("accepts(accepted())")
                .isTrue();
        assertThat(services.asked()).as("services that accepts() waits for").isEmpty();
        assertThat(tables)
                .allSatisfy(
                        t -> assertThat(t.scans()).as("what accepts() reads").isEmpty());
    }

    /** It refuses what it is not for. */
    @Test
    protected void refusesOthers() throws Exception {
        Optional<E> other = refused();
        assumeTrue(other.isPresent(), "the author names no event that it refuses");
        assertThat(handler(new Services(Fault.NONE)).accepts(other.get(), allSettings()))
                .as("accepts(refused())")
                .isFalse();
    }

    /** Asked about a strange event it answers, and does not throw. */
    @Test
    protected void answersAboutStrangeEvents() throws Exception {
        Handler<E> handler = handler(new Services(Fault.NONE));
        for (E event : strange()) {
            assertThatCode(() -> handler.accepts(event, allSettings()))
                    .as("accepts(%s)", event)
                    .doesNotThrowAnyException();
        }
    }

    /** A strange event that it accepts ends in results or in one line for people. */
    @Test
    protected void handlesStrangeEvents() throws Exception {
        for (E event : strange()) {
            Services services = new Services(Fault.NONE);
            if (handler(services).accepts(event, allSettings())) {
                endsWell(services, event);
            }
        }
    }

    /** It gives results that can be shown. */
    @Test
    protected void givesResults() throws Exception {
        List<HandlerResult> results = handle(new Services(Fault.NONE), accepted(), new NullProgressMonitor());
        assertThat(results).as("results").isNotNull().doesNotContainNull();
        for (HandlerResult result : results) {
            switch (result) {
                case HandlerResult.Image image ->
                    assertThat(Files.size(image.file())).as("%s", image).isPositive();
                case HandlerResult.Table table ->
                    assertThat(table.table().isRandom())
                            .as("%s has random access", table.name())
                            .isTrue();
                case HandlerResult.Spectrum spectrum ->
                    assertThat(spectrum.sed().points()).as("SED").isNotEmpty();
                case HandlerResult.Text text -> assertThat(text.text()).isNotBlank();
                case HandlerResult.Warning warning -> assertThat(warning.text()).isNotBlank();
                case HandlerResult.Page page ->
                    assertThat(page.url().isAbsolute()).as("%s", page).isTrue();
                case HandlerResult.Links links ->
                    assertThat(links.links().links()).isNotNull();
            }
        }
    }

    /** When the user gives up while it waits for a service, it stops: it hands its monitor on, and lets the exception pass. */
    @Test
    protected void stopsWhenCancelled() throws Exception {
        Trials.stopsWhenCancelled(asks(), (services, monitor) -> handle(services, accepted(), monitor));
    }

    /** Whichever service fails, it says so in one line, or does without it. */
    @Test
    protected void survivesDeadServices() throws Exception {
        Trials.survivesDeadServices(asks(), services -> endsWell(services, accepted()));
    }

    /** Whatever a web service sends instead of an answer, it says so in one line, or does without it. */
    @Test
    protected void survivesLyingServices() throws Exception {
        assumeTrue(asks().stream().anyMatch(call -> call.service() == HttpService.class), "it asks no web service");
        for (Lie lie : Lie.values()) {
            endsWell(new Services(Faults.lying(lie)), accepted());
        }
    }

    private void endsWell(Services services, E event) throws Exception {
        try {
            assertThat(handle(services, event, new NullProgressMonitor()))
                    .isNotNull()
                    .doesNotContainNull();
        } catch (VoException e) {
            Side.oneLine(e);
        }
    }

    /** Several threads that use it at once get what one alone gets. */
    @Test
    protected void worksForSeveralThreads() throws Exception {
        Handler<E> handler = handler(new Services(Fault.NONE));
        E event = accepted();
        Map<String, String> settings = allSettings();
        List<Class<?>> alone = kinds(handler.handle(event, context(settings), new NullProgressMonitor()));
        assertThat(Side.bySide(() -> kinds(handler.handle(event, context(settings), new NullProgressMonitor()))))
                .allSatisfy(kinds -> assertThat(kinds).isEqualTo(alone));
    }

    private static List<Class<?>> kinds(List<HandlerResult> results) {
        return results.stream().<Class<?>>map(HandlerResult::getClass).toList();
    }
}

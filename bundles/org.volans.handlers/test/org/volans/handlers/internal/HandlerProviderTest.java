package org.volans.handlers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerListener;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.HandlerRule;
import org.volans.api.handler.HandlerRun;
import org.volans.api.handler.HandlerRun.Outcome;
import org.volans.api.handler.HandlerService.Known;
import org.volans.api.handler.ImageHandler;
import org.volans.api.handler.PositionHandler;
import org.volans.api.handler.RowHandler;

@SuppressWarnings("null")
class HandlerProviderTest {

    private static final HandlerEvent.Row ROW =
            new HandlerEvent.Row(Fakes.table("t", "", "stars"), 1, new EventSource.Here());
    private static final HandlerEvent.Pointed POINTED =
            new HandlerEvent.Pointed(new Position(10, 20), new EventSource.Here());

    @TempDir
    Path folder;

    private final List<String> log = new ArrayList<>();
    private final Whiteboard whiteboard = new Whiteboard(Fakes.log(log));
    private Fakes.Program program;
    private HandlerProvider handlers;

    @BeforeEach
    void start() {
        program = new Fakes.Program(folder);
        handlers = provider(new Host(Fakes.log(log), program));
    }

    private HandlerProvider provider(Host host) {
        return new HandlerProvider(
                whiteboard, host, new SeenImages(() -> null), new LastPosition(), Fakes.waiting(), Fakes.log(log));
    }

    private interface Work {
        List<HandlerResult> of(HandlerContext context, IProgressMonitor monitor) throws Exception;
    }

    /** A handler of rows that does something. */
    private static RowHandler row(Work work) {
        return new RowHandler() {
            @Override
            public boolean accepts(HandlerEvent.Row event) {
                return true;
            }

            @Override
            public List<HandlerResult> handle(HandlerEvent.Row event, HandlerContext context, IProgressMonitor monitor)
                    throws VoException {
                return done(work, context, monitor);
            }
        };
    }

    private static List<HandlerResult> done(Work work, HandlerContext context, IProgressMonitor monitor)
            throws VoException {
        try {
            return work.of(context, monitor);
        } catch (VoException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static RowHandler says(String text) {
        return row((context, monitor) -> List.of(new HandlerResult.Text(text)));
    }

    private List<String> messages(HandlerEvent event) {
        return handlers.run(event, new NullProgressMonitor()).stream()
                .map(HandlerRun::message)
                .toList();
    }

    private HandlerRun only(HandlerEvent event) {
        List<HandlerRun> runs = handlers.run(event, new NullProgressMonitor());
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    private static HandlerRule rule(String handler, boolean enabled) {
        return new HandlerRule(handler, "*", "*", "*", enabled, Map.of());
    }

    @Test
    void rulesGiveTheOrderAndOthersFollow() {
        Fakes.register(whiteboard, "row", "x.a", "", says("a"));
        Fakes.register(whiteboard, "row", "x.b", "", says("b"));
        Fakes.register(whiteboard, "row", "x.c", "", says("c"));
        assertThat(messages(ROW)).containsExactly("a", "b", "c");
        handlers.use(List.of(rule("x.gone", true), rule("x.c", true), rule("x.b", true)));
        assertThat(messages(ROW)).containsExactly("c", "b", "a");
        assertThat(handlers.rules()).extracting(HandlerRule::handler).containsExactly("x.gone", "x.c", "x.b", "x.a");
    }

    @Test
    void firstMatchingRuleDecides() {
        Fakes.register(whiteboard, "row", "x.a", "", says("a"));
        HandlerRule other = new HandlerRule("x.a", "*", "samp", "*", true, Map.of());
        handlers.use(List.of(other, rule("x.a", false), rule("x.a", true)));
        assertThat(messages(ROW)).isEmpty();
        handlers.use(List.of(other));
        assertThat(messages(ROW)).as("named, so its own rule does not count").isEmpty();
        handlers.use(List.of(other, rule("x.a", true), rule("x.a", true)));
        assertThat(messages(ROW)).containsExactly("a");
    }

    @Test
    void ownRuleCountsWhereNoRuleNamesTheHandler() {
        Fakes.register(whiteboard, "row", "x.a", "from=samp", says("a"));
        Fakes.register(whiteboard, "row", "x.b", "from=here enabled=false", says("b"));
        Fakes.register(whiteboard, "row", "x.c", "tables=st*", says("c"));
        assertThat(messages(ROW)).containsExactly("c");
    }

    @Test
    void settingsReachTheHandler() {
        Fakes.register(
                whiteboard,
                "row",
                "x.a",
                "radius=5",
                row((context, monitor) ->
                        List.of(new HandlerResult.Text(context.setting("radius", "none") + context.registry()))));
        assertThat(messages(ROW)).containsExactly("5http://reg.example/tap");
        handlers.use(List.of(new HandlerRule("x.a", "*", "*", "*", true, Map.of("radius", "7"))));
        assertThat(messages(ROW)).containsExactly("7http://reg.example/tap");
        handlers.use(List.of(rule("x.a", true)));
        assertThat(messages(ROW)).as("what the rule leaves out").containsExactly("5http://reg.example/tap");
    }

    @Test
    void failuresAreToldAndStopNothing() {
        Fakes.register(whiteboard, "row", "x.a", "", row((c, m) -> {
            throw new InputException("no such\nthing");
        }));
        Fakes.register(whiteboard, "row", "x.b", "", row((c, m) -> {
            throw new IllegalStateException("broken");
        }));
        Fakes.register(whiteboard, "row", "x.c", "", row((c, m) -> {
            throw new NoClassDefFoundError("a/B");
        }));
        Fakes.register(whiteboard, "row", "x.d", "", row((c, m) -> {
            throw new OperationCanceledException();
        }));
        Fakes.register(whiteboard, "row", "x.e", "", row((c, m) -> null));
        Fakes.register(whiteboard, "row", "x.f", "", says("fine"));
        List<HandlerRun> runs = handlers.run(ROW, new NullProgressMonitor());
        assertThat(runs)
                .extracting(HandlerRun::outcome)
                .containsExactly(Outcome.ERROR, Outcome.ERROR, Outcome.ERROR, Outcome.ERROR, Outcome.ERROR, Outcome.OK);
        assertThat(runs)
                .extracting(HandlerRun::message)
                .startsWith("no such thing", "IllegalStateException: broken", "NoClassDefFoundError: a/B", "cancelled")
                .endsWith("fine");
        assertThat(log).hasSize(3).anyMatch(line -> line.contains("x.b") && line.contains("test.bundle"));
    }

    @Test
    void handlerThatFailsToSayWhetherItAcceptsIsTold() {
        Fakes.register(whiteboard, "row", "x.a", "", new RowHandler() {
            @Override
            public boolean accepts(HandlerEvent.Row event) {
                throw new IllegalArgumentException("what?");
            }

            @Override
            public List<HandlerResult> handle(HandlerEvent.Row e, HandlerContext c, IProgressMonitor m) {
                return List.of();
            }
        });
        assertThat(only(ROW).message()).isEqualTo("IllegalArgumentException: what?");
    }

    @Test
    void warningsAndNothing() {
        Fakes.register(
                whiteboard,
                "row",
                "x.a",
                "",
                row((c, m) -> List.of(
                        new HandlerResult.Text("half"), new HandlerResult.Warning("the other half is missing"))));
        assertThat(only(ROW).outcome()).isEqualTo(Outcome.WARNING);
        assertThat(only(ROW).message()).isEqualTo("half; the other half is missing");
        assertThat(program.taken()).contains("x.a Text", "x.a Warning");
        Fakes.register(whiteboard, "position", "x.b", "", position((c, m) -> HandlerResult.none()));
        assertThat(only(POINTED).message()).isEqualTo("Label of x.b");
    }

    private static PositionHandler position(Work work) {
        return new PositionHandler() {
            @Override
            public boolean accepts(HandlerEvent.Pointed event) {
                return true;
            }

            @Override
            public List<HandlerResult> handle(
                    HandlerEvent.Pointed event, HandlerContext context, IProgressMonitor monitor) throws VoException {
                return done(work, context, monitor);
            }
        };
    }

    /** Makes an image of whatever image there is, and never tires. */
    private static final class Copier implements ImageHandler {

        private final List<String> seen = new ArrayList<>();

        @Override
        public boolean accepts(HandlerEvent.Image event) {
            return true;
        }

        @Override
        public List<HandlerResult> handle(HandlerEvent.Image event, HandlerContext context, IProgressMonitor monitor)
                throws VoException {
            seen.add(event.title() + " by " + event.source());
            Path file = context.newFile("copy", "fits");
            return List.of(new HandlerResult.Image(file, event.title() + "+", Optional.empty()));
        }
    }

    @Test
    void imageThatWasMadeIsAnEventForOthers() throws Exception {
        Path old = Files.createFile(folder.resolve("old.fits"));
        Fakes.register(
                whiteboard,
                "position",
                "x.maker",
                "",
                position((context, m) -> List.of(
                        new HandlerResult.Image(context.newFile("cutout", "fits"), "new", Optional.empty()),
                        new HandlerResult.Image(old, "old", Optional.empty()))));
        List<Copier> copiers = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            copiers.add(new Copier());
            Fakes.register(
                    whiteboard,
                    "image",
                    "x.copier" + i,
                    i < 1 ? "from=handler" : "from=handler enabled=false",
                    copiers.get(i));
        }
        List<HandlerRun> runs = handlers.run(POINTED, new NullProgressMonitor());
        assertThat(runs).extracting(HandlerRun::handler).containsExactly("x.maker", "x.copier0");
        assertThat(copiers.get(0).seen).hasSize(1).first().asString().startsWith("new by Made");
        assertThat(runs.get(0).files()).contains(old).hasSize(2);
        handlers.use(List.of(
                rule("x.copier0", true),
                rule("x.copier1", true),
                rule("x.copier2", true),
                rule("x.copier3", true),
                rule("x.copier4", true),
                rule("x.copier5", true)));
        assertThat(handlers.run(POINTED, new NullProgressMonitor()))
                .as("each is given what others made, to a certain depth")
                .hasSizeBetween(7, 1 + 6 + 6 * 5 + 6 * 5 * 4 + 6 * 5 * 4 * 3);
    }

    @Test
    void ofTwoWithTheSameIdTheBetterOneCounts() {
        RowHandler better = says("better");
        Fakes.register(whiteboard, "row", "x.a", "", 0, says("usual"));
        Fakes.register(whiteboard, "row", "x.a", "", 10, better);
        assertThat(handlers.handlers())
                .containsExactly(new Known("x.a", "Label of x.a", "row", "test.bundle", HandlerRule.always("x.a")));
        assertThat(messages(ROW)).containsExactly("better");
        whiteboard.remove(better, "row");
        assertThat(messages(ROW)).containsExactly("usual");
    }

    @Test
    void pluginsComeAndGoAndListenersAreTold() {
        List<String> told = new ArrayList<>();
        handlers.listen(List.of(listener(told, true), listener(told, false)));
        RowHandler handler = says("a");
        Fakes.register(whiteboard, "row", "x.a", "", handler);
        only(ROW);
        handlers.use(List.of());
        whiteboard.remove(handler, "row");
        whiteboard.remove(handler, "row");
        assertThat(told).containsExactly("changed", "ran a", "changed", "changed");
        assertThat(handlers.handlers()).isEmpty();
        assertThat(messages(ROW)).isEmpty();
    }

    private static HandlerListener listener(List<String> told, boolean broken) {
        return new HandlerListener() {
            @Override
            public void ran(HandlerRun run) {
                if (broken) {
                    throw new IllegalStateException();
                }
                told.add("ran " + run.message());
            }

            @Override
            public void changed() {
                if (broken) {
                    throw new IllegalStateException();
                }
                told.add("changed");
            }
        };
    }

    @Test
    void handlersThatSayTooLittleAreLeftOut() {
        whiteboard.add("1", "row", "some.bundle", Map.of("component.name", "some.Silent"), Optional::empty);
        whiteboard.add(
                "2",
                "row",
                "some.bundle",
                Map.of("component.name", "some.Wordy", "volans.handler.id", "x.b", "volans.handler.rule", "colour"),
                Optional::empty);
        Fakes.register(whiteboard, "row", "x.c", "event=rowz", says("c"));
        assertThat(handlers.handlers()).isEmpty();
        assertThat(log).hasSize(3).allMatch(line -> line.startsWith("error"));
        assertThat(log.get(0)).contains("some.Silent", "some.bundle", "volans.handler.id");
        assertThat(log.get(1)).contains("some.Wordy", "some.bundle", "volans.handler.rule", "'colour'");
        assertThat(log.get(2)).contains("rowz");
    }

    @Test
    void twoBundlesWithOneIdAreNamed() {
        for (Map.Entry<Long, String> bundle : List.of(Map.entry(1L, "some.bundle"), Map.entry(2L, "another.bundle"))) {
            whiteboard.add(
                    bundle.getKey(),
                    "row",
                    bundle.getValue(),
                    Map.of("volans.handler.id", "x.a", "service.id", bundle.getKey()),
                    Optional::empty);
        }
        assertThat(handlers.handlers()).hasSize(1);
        assertThat(log).singleElement().asString().startsWith("error").contains("x.a", "some.bundle", "another.bundle");
    }

    @Test
    void handlerThatCannotBeStartedIsTold() {
        whiteboard.add("1", "row", "some.bundle", Map.of("volans.handler.id", "x.a"), Optional::empty);
        assertThat(only(ROW).message()).isEqualTo("some.bundle cannot start it; the log says why");
    }

    @Test
    void withoutProgramFilesAreTemporaryAndResultsAreLost() {
        Host nobody = new Host(Fakes.log(log));
        handlers = provider(nobody);
        Fakes.register(whiteboard, "row", "x.a", "", row((context, monitor) -> {
            Path file = context.newFile("a/../b:c", "fits");
            assertThat(file).doesNotExist();
            assertThat(file.getParent()).isDirectory();
            return List.of(new HandlerResult.Image(file, "an image", Optional.empty()));
        }));
        Fakes.register(whiteboard, "row", "x.b", "", row((c, m) -> List.of(new HandlerResult.Text(c.registry() + ""))));
        List<HandlerRun> runs = handlers.run(ROW, new NullProgressMonitor());
        assertThat(runs.get(0).outcome()).isEqualTo(Outcome.WARNING);
        assertThat(runs.get(0).message()).startsWith("an image; there is no program");
        assertThat(runs.get(1).outcome()).isEqualTo(Outcome.ERROR);
        assertThat(runs.get(1).message()).contains("registry");
        nobody.close();
    }

    @Test
    void whoWantsNoMoreGetsNoMore() {
        IProgressMonitor monitor = new NullProgressMonitor();
        Fakes.register(whiteboard, "row", "x.a", "", row((c, m) -> {
            monitor.setCanceled(true);
            throw new OperationCanceledException();
        }));
        Fakes.register(whiteboard, "row", "x.b", "", says("b"));
        assertThat(handlers.run(ROW, monitor)).extracting(HandlerRun::message).containsExactly("cancelled");
    }
}

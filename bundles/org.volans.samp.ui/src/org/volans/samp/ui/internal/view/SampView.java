package org.volans.samp.ui.internal.view;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.volans.api.net.HttpService;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampRecorder;
import org.volans.api.samp.SampService;
import org.volans.api.samp.SampService.JoinRequest;
import org.volans.api.samp.SampState;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.widgets.Tone;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Throttle;
import org.volans.ui.work.Workplace;

/** Who is there and what is said. What is new shows after a tenth of a second at most, however much it is. UI thread only. */
@NonNullByDefault({})
public final class SampView extends ViewPart {

    private static final String PURPOSE =
            "SAMP lets the programs on this computer work together: send tables and images to"
                    + " TOPCAT, Aladin or a Python script and receive theirs, highlight a row there and see its SED here.";

    @Inject
    private SampService samp;

    @Inject
    private SampRecorder recorder;

    @Inject
    private SampNews news;

    @Inject
    private HttpService http;

    @Inject
    private ProjectFolder project;

    /** What the view shows. */
    private record Shown(SampState state, List<SampClient> clients, List<SampExchange> exchanges, long newest) {}

    private SampPane pane;
    private SampActions actions;
    private Workplace reading;
    private Workplace joining;
    private Runnable changed;
    private SampState state = new SampState.Off();

    /** Numbers of exchanges: the latest one that is known, and the latest one that the user wants to see no more. */
    private long newest;

    private long cleared;

    /** Whether the pane says why joining failed, which the user has not answered yet. */
    private boolean refused;

    /** What failed last, until the user does something else. */
    private Optional<Failure> trouble = Optional.empty();

    @Override
    public void createPartControl(Composite parent) {
        pane = new SampPane(parent, http, this::filtered);
        reading = Workplace.quiet(pane.state());
        joining = new Workplace(pane.state());
        actions = new SampActions(this, pane, samp, recorder, project);
        actions.fill(getViewSite());
        getSite().getWorkbenchWindow().getWorkbench().getHelpSystem().setHelp(pane.state(), "org.volans.help.samp");
        Throttle throttle = new Throttle(pane.state(), this::read);
        changed = throttle::wish;
        news.addListener(changed);
        read();
    }

    @Override
    public void dispose() {
        if (changed != null) {
            news.removeListener(changed);
            actions.close();
        }
        super.dispose();
    }

    @Override
    public void setFocus() {
        if (pane.state().showsContent()) {
            pane.log().widget().setFocus();
        } else {
            pane.state().setFocus();
        }
    }

    private void filtered() {
        read();
    }

    private void read() {
        List<String> words = Arrays.stream(
                        pane.filter().toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        long from = cleared;
        reading.run("Reading SAMP messages", monitor -> look(words, from), this::show, this::failed);
    }

    /** Outside of the UI thread. */
    private Shown look(List<String> words, long from) {
        List<SampExchange> all = samp.exchanges();
        List<SampExchange> shown = all.stream()
                .filter(e -> e.number() > from)
                .filter(e -> words.isEmpty() || words.stream().allMatch(ExchangeText.searched(e)::contains))
                .toList()
                .reversed();
        return new Shown(
                samp.state(),
                samp.clients(),
                shown,
                all.isEmpty() ? 0 : all.getLast().number());
    }

    private void show(Shown shown) {
        state = shown.state();
        newest = shown.newest();
        pane.clients().show(shown.clients());
        pane.log().show(shown.exchanges());
        pane.details(pane.log().selected());
        actions.update(state);
        say(shown);
        if (joining.busy() || refused && !(state instanceof SampState.Joined)) {
            return;
        }
        Optional<Failure> refusal = news.takeRefusal();
        if (refusal.isPresent() && state instanceof SampState.Off) {
            joinFailed(new JoinRequest(false, false), refusal.get());
            return;
        }
        if (newest > 0 || state instanceof SampState.Joined) {
            if (!pane.state().showsContent()) {
                pane.state().showContent();
            }
            return;
        }
        if (state instanceof SampState.Waiting waiting) {
            pane.state()
                    .showEmpty(
                            "Waiting for a hub",
                            sentence(waiting.why()) + " Volans joins as soon as another program starts one.",
                            new Choice("Start a hub", this::startHub),
                            new Choice("Wait no more", this::leave));
        } else {
            pane.state()
                    .showEmpty(
                            "Not connected to other programs",
                            PURPOSE,
                            new Choice("Join the running hub", this::join),
                            new Choice("Start a hub", this::startHub));
        }
    }

    private static String sentence(String words) {
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private void say(Shown shown) {
        if (trouble.isPresent()) {
            pane.say(trouble.get().message(), Tone.BAD);
            return;
        }
        switch (state) {
            case SampState.Off off -> pane.say("Not connected to other programs", Tone.MUTED);
            case SampState.Waiting waiting -> pane.say("Waiting for a hub: " + waiting.why(), Tone.WARN);
            case SampState.Joined joined -> {
                long programs = shown.clients().stream().filter(c -> !c.hub()).count();
                String who = programs == 1 ? "1 other program" : programs + " other programs";
                String web = joined.web() ? "; web pages may ask to join" : "";
                pane.say(
                        joined.ours()
                                ? "Volans is the hub for " + who + web
                                : "Joined a running hub as " + joined.self().name() + ", with " + who,
                        Tone.GOOD);
            }
        }
    }

    // what the actions do

    void join() {
        join(new JoinRequest(false, false));
    }

    void startHub() {
        join(new JoinRequest(true, false));
    }

    /** Lets programs in web pages in, or no more. */
    void web(boolean on) {
        join(new JoinRequest(true, on));
    }

    private void join(JoinRequest request) {
        refused = false;
        calm();
        if (!pane.state().showsContent()) {
            pane.state().showBusy(request.hub() ? "Starting a hub…" : "Joining the hub…", this::stop);
        }
        joining.run(
                "Joining SAMP",
                monitor -> samp.join(request, monitor),
                joined -> read(),
                failure -> joinFailed(request, failure));
    }

    private void stop() {
        joining.cancel();
        leave();
    }

    private void joinFailed(JoinRequest request, Failure failure) {
        if (samp.state() instanceof SampState.Joined) {
            failed(failure);
            read();
            return;
        }
        refused = true;
        read();
        pane.state()
                .showFailure(
                        request.hub() ? "No hub could be started" : "Volans could not join the hub",
                        failure,
                        new Choice("Try again", () -> join(request)),
                        new Choice("Never mind", this::leave));
    }

    void leave() {
        refused = false;
        calm();
        joining.run(
                "Leaving SAMP",
                monitor -> {
                    samp.leave();
                    return true;
                },
                done -> read(),
                this::failed);
    }

    /** The user does something, so that what failed before is known. */
    void calm() {
        trouble = Optional.empty();
    }

    /** Shows nothing of what was said until now. */
    void clear() {
        calm();
        cleared = newest;
        read();
    }

    /** Has a program say that it is there. */
    void ping(SampClient client) {
        calm();
        joining.run(
                "Asking " + client.name() + " whether it is there",
                monitor -> samp.call(client, SampMessage.of("samp.app.ping"), Duration.ofSeconds(10), monitor),
                reply -> read(),
                this::failed);
    }

    Optional<SampClient> selectedClient() {
        return pane.clients().selected();
    }

    /** Says what failed for as long as the user does nothing else here. */
    void failed(Failure failure) {
        trouble = Optional.of(failure);
        pane.say(failure.message(), Tone.BAD);
    }
}

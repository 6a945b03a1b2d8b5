package org.volans.handlers.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;
import org.volans.api.InputException;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerListener;
import org.volans.api.handler.HandlerRule;
import org.volans.api.handler.HandlerRun;
import org.volans.api.handler.HandlerService;
import org.volans.handlers.internal.rules.RuleMatch;
import org.volans.handlers.internal.rules.RulesFile;

/** Runs the handlers of the {@link Whiteboard} by rules, one after the other. */
@Component
public final class HandlerProvider implements HandlerService {

    /** So many handlers may work on what others made before: some make an image of every image. */
    private static final int DEEPEST = 4;

    /** @param rule that it runs by, with the settings of its own rule where it leaves them out */
    private record Step(Offer offer, HandlerRule rule) {}

    private final Whiteboard whiteboard;
    private final Host host;
    private final SeenImages images;
    private final LastPosition position;
    private final WaitingHandlers waiting;
    private final Logger log;
    private final Works works;
    private final Runnable news = () -> tell(HandlerListener::changed);

    @Reference(
            service = HandlerListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<HandlerListener> listeners = List.of();

    private volatile List<HandlerRule> rules = List.of();

    /** Makes the service. */
    @Activate
    public HandlerProvider(
            @Reference Whiteboard whiteboard,
            @Reference Host host,
            @Reference SeenImages images,
            @Reference LastPosition position,
            @Reference WaitingHandlers waiting,
            @Reference(service = LoggerFactory.class) Logger log) {
        this.whiteboard = whiteboard;
        this.host = host;
        this.images = images;
        this.position = position;
        this.waiting = waiting;
        this.log = log;
        this.works = new Works(log);
        whiteboard.follow(news);
    }

    /** Ends. */
    @Deactivate
    void close() {
        whiteboard.leave(news);
    }

    /** For tests. */
    void listen(List<HandlerListener> those) {
        listeners = List.copyOf(those);
    }

    @Override
    public List<Known> handlers() {
        return whiteboard.handlers().stream()
                .map(offer -> new Known(offer.id(), offer.label(), offer.kind(), offer.bundle(), offer.rule()))
                .toList();
    }

    @Override
    public List<Waiting> waiting() {
        return waiting.all();
    }

    @Override
    public List<HandlerRule> rules() {
        List<HandlerRule> chosen = rules;
        Set<String> named = named(chosen);
        Stream<HandlerRule> own = whiteboard.handlers().stream()
                .map(Offer::rule)
                .filter(rule -> !named.contains(rule.handler()))
                .distinct();
        return Stream.concat(chosen.stream(), own).toList();
    }

    private static Set<String> named(List<HandlerRule> rules) {
        return rules.stream().map(HandlerRule::handler).collect(Collectors.toSet());
    }

    @Override
    public void use(List<HandlerRule> those) {
        rules = List.copyOf(those);
        news.run();
    }

    @Override
    public List<HandlerRule> read(Path file) throws InputException {
        return new RulesFile(file).read();
    }

    @Override
    public void write(List<HandlerRule> those, Path file) throws InputException {
        new RulesFile(file).write(those);
    }

    @Override
    public List<HandlerRun> run(HandlerEvent event, IProgressMonitor monitor) {
        List<HandlerRun> runs = new ArrayList<>();
        run(event, monitor, runs);
        return List.copyOf(runs);
    }

    private void run(HandlerEvent event, IProgressMonitor monitor, List<HandlerRun> runs) {
        switch (event) {
            case HandlerEvent.Pointed pointed -> position.set(pointed.position());
            case HandlerEvent.Image image -> images.see(image, monitor);
            default -> {
                // nothing to be remembered of it
            }
        }
        List<Step> steps = plan(event);
        SubMonitor progress = SubMonitor.convert(monitor, steps.size());
        for (Step step : steps) {
            if (progress.isCanceled()) {
                return;
            }
            HandlerRunner runner = runner(step, event);
            boolean ended = works.run(runner, progress, runs::add, done -> tell(listener -> listener.ran(done)));
            progress.worked(1);
            for (HandlerEvent made : ended ? runner.made() : List.<HandlerEvent>of()) {
                run(made, monitor, runs);
            }
        }
    }

    private HandlerRunner runner(Step step, HandlerEvent event) {
        return new HandlerRunner(
                step.offer(), step.rule(), event, host, log, work -> tell(listener -> listener.began(work)));
    }

    /** Who runs, in order. */
    private List<Step> plan(HandlerEvent event) {
        Set<String> makers = makers(event);
        if (makers.size() > DEEPEST) {
            return List.of();
        }
        List<Offer> offers = whiteboard.handlers().stream()
                .filter(offer -> offer.kind().equals(event.kind()) && !makers.contains(offer.id()))
                .toList();
        Set<String> decided = new HashSet<>();
        List<Step> steps = new ArrayList<>();
        for (HandlerRule rule : rules()) {
            Optional<Offer> offer =
                    offers.stream().filter(o -> o.id().equals(rule.handler())).findFirst();
            if (offer.isPresent() && RuleMatch.matches(rule, event) && decided.add(rule.handler()) && rule.enabled()) {
                steps.add(new Step(
                        offer.get(), rule.withDefaults(offer.get().rule().settings())));
            }
        }
        return steps;
    }

    /** The handlers without which there would be no such event. */
    private static Set<String> makers(HandlerEvent event) {
        Set<String> makers = new HashSet<>();
        HandlerEvent later = event;
        while (later.source() instanceof EventSource.Made made) {
            makers.add(made.handler());
            later = made.cause();
        }
        return makers;
    }

    private void tell(Consumer<HandlerListener> what) {
        for (HandlerListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException | LinkageError e) {
                log.error("{} cannot take what handlers do", listener.getClass().getName(), e);
            }
        }
    }
}

package org.volans.registry.ui.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryCursor;
import org.volans.api.registry.RegistryPage;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryService;

/**
 * One search with what it has found so far. With a position, records that cover it are asked for first, then those that
 * do not say; the others are only counted. Safe for concurrent use.
 */
final class Search {

    /** A first page that is quick, then ever bigger ones: each costs the registry the whole search. */
    private static final int[] PAGES = {50, 250, 1000, 2000};

    /**
     * What is known at one moment.
     *
     * @param asked    for what
     * @param hits     in order
     * @param complete whether there are no more
     * @param total    how many there are, when that is known
     * @param outside  how many state a coverage that does not hold the position
     * @param silent   whether the registry does not know coverages although a position was given
     */
    record State(
            Criteria asked,
            List<Hit> hits,
            boolean complete,
            OptionalLong total,
            OptionalLong outside,
            boolean silent) {}

    /** A part of the search. */
    private static final class Group {
        private final Hit.Coverage coverage;
        private final List<RegistryConstraint> constraints;
        private Optional<RegistryCursor> next = Optional.empty();
        private boolean complete;
        private int pages;
        private int records;
        private OptionalLong total = OptionalLong.empty();

        Group(Hit.Coverage coverage, List<RegistryConstraint> constraints) {
            this.coverage = coverage;
            this.constraints = constraints;
        }
    }

    private final RegistryService registry;
    private final URI endpoint;
    private final Criteria asked;
    private final List<Group> groups = new ArrayList<>();
    private final List<Hit> hits = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final ReentrantLock running = new ReentrantLock();
    private OptionalLong outside = OptionalLong.empty();
    private boolean silent;

    Search(RegistryService registry, URI endpoint, Criteria asked) {
        this.registry = registry;
        this.endpoint = endpoint;
        this.asked = asked;
    }

    URI endpoint() {
        return endpoint;
    }

    Criteria asked() {
        return asked;
    }

    synchronized State state() {
        OptionalLong total = groups.stream().allMatch(g -> g.complete || g.total.isPresent())
                ? OptionalLong.of(groups.stream()
                        .mapToLong(g -> g.complete ? g.records : g.total.getAsLong())
                        .sum())
                : OptionalLong.empty();
        return new State(asked, List.copyOf(hits), complete(), total, outside, silent);
    }

    /** Whether everything is found. */
    synchronized boolean complete() {
        return !groups.isEmpty() && groups.stream().allMatch(g -> g.complete);
    }

    /**
     * Goes on until so many more records of each kind are found.
     *
     * @param arrived called after each page
     */
    void run(int more, Runnable arrived, IProgressMonitor monitor) throws VoException {
        // a run that has been cancelled may not have come to its end when the next begins
        running.lock();
        try {
            search(more, arrived, monitor);
        } finally {
            running.unlock();
        }
    }

    private void search(int more, Runnable arrived, IProgressMonitor monitor) throws VoException {
        Optional<Position> position = asked.at();
        if (groups.isEmpty()) {
            begin(position, monitor);
        }
        for (Group group : groups) {
            int limit = group.records + more;
            while (!group.complete && group.records < limit) {
                page(group, limit - group.records, monitor);
                arrived.run();
            }
        }
        count(position, monitor);
    }

    private void begin(Optional<Position> position, IProgressMonitor monitor) throws VoException {
        boolean states = position.isPresent() && registry.statesCoverage(endpoint, monitor);
        synchronized (this) {
            silent = position.isPresent() && !states;
            if (states) {
                groups.add(new Group(Hit.Coverage.COVERS, and(new RegistryConstraint.Covers(position.get()))));
            }
            groups.add(
                    position.isPresent()
                            ? new Group(Hit.Coverage.UNKNOWN, and(new RegistryConstraint.CoverageUnknown()))
                            : new Group(Hit.Coverage.NOT_ASKED, asked.constraints()));
        }
    }

    private void page(Group group, int most, IProgressMonitor monitor) throws VoException {
        int size = Math.min(most, PAGES[Math.min(group.pages, PAGES.length - 1)]);
        RegistryPage page = registry.page(endpoint, new RegistryQuery(group.constraints, size), group.next, monitor);
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        synchronized (this) {
            int before = hits.size();
            page.records().stream().filter(r -> seen.add(r.ivoid())).forEach(r -> hits.add(new Hit(r, group.coverage)));
            group.records += hits.size() - before;
            group.pages++;
            group.next = page.next();
            group.complete = page.next().isEmpty();
        }
    }

    private void count(Optional<Position> position, IProgressMonitor monitor) throws VoException {
        for (Group group : groups) {
            if (!group.complete && group.total.isEmpty()) {
                long total = registry.count(endpoint, group.constraints, monitor);
                synchronized (this) {
                    group.total = OptionalLong.of(total);
                }
            }
        }
        if (position.isPresent() && !silent && outside.isEmpty()) {
            long others = registry.count(endpoint, and(new RegistryConstraint.CoversNot(position.get())), monitor);
            synchronized (this) {
                outside = OptionalLong.of(others);
            }
        }
    }

    private List<RegistryConstraint> and(RegistryConstraint one) {
        List<RegistryConstraint> all = new ArrayList<>(asked.constraints());
        all.add(one);
        return all;
    }
}

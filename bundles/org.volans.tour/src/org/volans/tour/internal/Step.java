package org.volans.tour.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.inquiry.Exchange;
import org.volans.api.inquiry.Journal;

/**
 * What happened in one step of the chain, as it happens: who was asked what, what came back, what is worth saying. Safe
 * for concurrent use.
 */
final class Step implements Journal {

    /** How a step or an exchange went. */
    enum Status {
        /** As hoped. */
        OK,
        /** Went on without something. */
        WARNING,
        /** Gave nothing. */
        FAILED
    }

    private final String id;
    private final String title;
    private final long origin;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private long began;
    private long ended;
    private @Nullable String failure;

    /**
     * @param id     short name for files and JSON
     * @param title  for people
     * @param origin {@link System#nanoTime()} at the start of the tour
     */
    Step(String id, String title, long origin) {
        this.id = id;
        this.title = title;
        this.origin = origin;
        this.began = origin;
        this.ended = origin;
    }

    synchronized void begin() {
        began = System.nanoTime();
        ended = began;
    }

    synchronized void end() {
        ended = System.nanoTime();
    }

    @Override
    public synchronized void add(Exchange exchange) {
        exchanges.add(exchange);
    }

    @Override
    public synchronized void note(String text) {
        notes.add(text);
    }

    @Override
    public synchronized void warn(String text) {
        warnings.add(text);
    }

    synchronized void fail(String text) {
        failure = text;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** When it began, after the start of the tour. */
    synchronized Duration start() {
        return Duration.ofNanos(began - origin);
    }

    synchronized Duration elapsed() {
        return Duration.ofNanos(ended - began);
    }

    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Why the step gave nothing, or empty. */
    synchronized String failure() {
        String text = failure;
        return text == null ? "" : text;
    }

    synchronized Status status() {
        if (failure != null) {
            return Status.FAILED;
        }
        boolean trouble = !warnings.isEmpty();
        return trouble ? Status.WARNING : Status.OK;
    }

    static Status status(Exchange exchange) {
        return exchange.answered() ? Status.OK : Status.FAILED;
    }
}

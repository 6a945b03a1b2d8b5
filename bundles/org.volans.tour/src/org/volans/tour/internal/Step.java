package org.volans.tour.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.VoException;

/**
 * What happened in one step of the chain, as it happens: who was asked what, what came back, what is worth saying. Safe
 * for concurrent use.
 */
final class Step {

    /** How a step or an exchange went. */
    enum Status {
        /** As hoped. */
        OK,
        /** Went on without something. */
        WARNING,
        /** Gave nothing. */
        FAILED
    }

    /**
     * One question to one service.
     *
     * @param service who
     * @param url     where
     * @param query   what, as it was sent; or empty
     * @param status  how it went
     * @param answer  one line
     * @param seconds how long it took
     */
    record Exchange(String service, String url, String query, Status status, String answer, double seconds) {}

    /** Work that a step times and writes down. */
    @FunctionalInterface
    interface Work<T> {
        T call() throws VoException;
    }

    /** One line on what an answer holds. */
    @FunctionalInterface
    interface Summary<T> {
        String of(T answer);
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

    /** {@code 1 row}, {@code 2 rows}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Asks a service, and writes down what was asked, what came back and how long it took, also when it fails. */
    <T> T ask(String service, Object url, String query, Work<T> work, Summary<T> summary) throws VoException {
        long start = System.nanoTime();
        try {
            T answer = work.call();
            add(new Exchange(service, url.toString(), query, Status.OK, summary.of(answer), since(start)));
            return answer;
        } catch (VoException e) {
            add(new Exchange(service, url.toString(), query, Status.FAILED, e.getMessage(), since(start)));
            throw e;
        } catch (OperationCanceledException e) {
            add(new Exchange(service, url.toString(), query, Status.FAILED, "cancelled", since(start)));
            throw e;
        }
    }

    synchronized void add(Exchange exchange) {
        exchanges.add(exchange);
    }

    synchronized void note(String text) {
        notes.add(text);
    }

    synchronized void warn(String text) {
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

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}

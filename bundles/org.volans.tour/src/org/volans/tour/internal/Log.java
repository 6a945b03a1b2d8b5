package org.volans.tour.internal;

import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.VoException;
import org.volans.api.inquiry.Exchange;
import org.volans.api.inquiry.Journal;

/** Asks, and writes down in a journal what was asked, what came back and how long it took. */
record Log(Journal journal) {

    /** Work that asks a service. */
    @FunctionalInterface
    interface Work<T> {
        T call() throws VoException;
    }

    /** One line on what an answer holds. */
    @FunctionalInterface
    interface Summary<T> {
        String of(T answer);
    }

    /** Asks a service; it is written down also when it fails. */
    <T> T ask(String service, Object url, String query, Work<T> work, Summary<T> summary) throws VoException {
        long start = System.nanoTime();
        try {
            T answer = work.call();
            journal.add(new Exchange(service, url.toString(), query, true, summary.of(answer), since(start)));
            return answer;
        } catch (VoException e) {
            journal.add(new Exchange(service, url.toString(), query, false, e.getMessage(), since(start)));
            throw e;
        } catch (OperationCanceledException e) {
            journal.add(new Exchange(service, url.toString(), query, false, "cancelled", since(start)));
            throw e;
        }
    }

    void note(String text) {
        journal.note(text);
    }

    void warn(String text) {
        journal.warn(text);
    }

    /** {@code 1 row}, {@code 2 rows}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}

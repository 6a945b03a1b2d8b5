package org.volans.discovery.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ProtocolException;
import org.volans.api.VoException;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.api.tap.TapService;
import uk.ac.starlink.table.StarTable;

/**
 * How one service fared and what it has.
 *
 * @param matches empty when it failed
 */
record ServiceAnswer(ServiceOutcome outcome, List<Match> matches) {

    ServiceAnswer {
        matches = List.copyOf(matches);
    }

    /**
     * Asks a service within the request's time.
     *
     * @param patience for what has no region, once the rest is answered
     * @throws OperationCanceledException when the user has cancelled; every other failure is an outcome
     */
    static ServiceAnswer ask(
            TapService tap,
            DiscoveryRequest request,
            DiscoveryRequest.Service service,
            StarTable upload,
            Duration patience,
            IProgressMonitor user) {
        long start = System.nanoTime();
        DeadlineMonitor time = new DeadlineMonitor(user, request.timeout());
        Interview interview = new Interview(tap, request, service, upload, time, patience);
        try {
            Attempt attempt = interview.ask();
            Harvest harvest = attempt.harvest();
            return new ServiceAnswer(
                    new ServiceOutcome.Answered(
                            service,
                            since(start),
                            attempt.adql(),
                            harvest.dataSets(),
                            harvest.size(),
                            attempt.overflow(),
                            note(harvest)),
                    harvest.matches());
        } catch (OperationCanceledException e) {
            if (user.isCanceled()) {
                throw e;
            }
            String message = "no answer within " + seconds(request.timeout());
            return failed(service, since(start), interview, message, true);
        } catch (VoException e) {
            return failed(service, since(start), interview, e.getMessage(), time.isCanceled());
        } catch (RuntimeException e) {
            // a fault of ours met by one service's answer must not cost the answers of the others
            return failed(service, since(start), interview, "its answer cannot be used: " + e, false);
        }
    }

    /** The answers that a report was made of. */
    static List<ServiceAnswer> of(DiscoveryReport report) throws ProtocolException {
        Map<String, List<Match>> matches = Match.byService(report.table());
        return report.outcomes().stream()
                .map(outcome -> new ServiceAnswer(
                        outcome, matches.getOrDefault(outcome.service().url().toString(), List.of())))
                .toList();
    }

    private static String note(Harvest harvest) {
        int rows = harvest.disbelieved();
        return rows == 0
                ? ""
                : rows + (rows == 1 ? " row was" : " rows were") + " left out: its own region does not cover"
                        + " the position";
    }

    private static ServiceAnswer failed(
            DiscoveryRequest.Service service, Duration elapsed, Interview interview, String message, boolean late) {
        return new ServiceAnswer(
                new ServiceOutcome.Failed(service, elapsed, interview.last(), message, late), List.of());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String seconds(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return (seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds)) + " s";
    }
}

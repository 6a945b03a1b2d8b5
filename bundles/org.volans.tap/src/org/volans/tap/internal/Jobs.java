package org.volans.tap.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.UwsJob;
import org.volans.api.tap.UwsPhase;
import org.volans.tap.internal.Queries.Taker;

/** Jobs at a service: UWS 1.1, and 1.0 as services still speak it. */
final class Jobs {

    private final HttpService http;
    private final Queries queries;

    Jobs(HttpService http, Queries queries) {
        this.http = http;
        this.queries = queries;
    }

    /** Creates a job and starts it. A job that cannot be started is not left behind. */
    UwsJob submit(TapQuery query, Uploads uploads, IProgressMonitor monitor) throws VoException {
        URI job = create(query, uploads, monitor);
        try {
            return phase(job, "RUN", monitor);
        } catch (VoException | RuntimeException e) {
            try {
                delete(job, HttpCall.USUAL_TIMEOUT, monitor);
            } catch (VoException | RuntimeException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
    }

    private URI create(TapQuery query, Uploads uploads, IProgressMonitor monitor) throws VoException {
        URI list = Endpoints.of(query.service()).at("async");
        HttpCall call = Queries.post(list, query, uploads).followed(false);
        try (HttpAnswer answer = http.send(call, monitor)) {
            Optional<URI> location = answer.header("Location").flatMap(l -> XmlElement.uri(answer.uri(), l));
            if (location.isPresent()) {
                return location.get(); // 303 as UWS 1.1, section 2.2.3.1, has it, or a 201
            }
            // Some services answer with the job itself.
            JobVisitor described = new JobVisitor(answer.uri());
            new AnswerReader(answer, "a new job", "is " + Endpoints.shown(query.service()) + " a TAP service?")
                    .walk(described);
            if (!described.isJob() || described.id().isEmpty()) {
                throw new ProtocolException(Endpoints.shown(list)
                        + " took the query and did not say where its job is (UWS 1.1, section 2.2.3.1: no Location)");
            }
            return Endpoints.below(list, described.id());
        }
    }

    /** The job as it is now. */
    UwsJob get(URI job, IProgressMonitor monitor) throws VoException {
        return explained(describe(job, HttpCall.get(job), monitor).value(job), monitor);
    }

    /** A job that failed has a summary of its error, which may leave the words to the error's own document. */
    UwsJob explained(UwsJob job, IProgressMonitor monitor) {
        return job.phase() == UwsPhase.ERROR && job.error().isBlank() ? job.error(errorDocument(job, monitor)) : job;
    }

    /** The answer to a GET of the job. */
    JobVisitor describe(URI job, HttpCall call, IProgressMonitor monitor) throws VoException {
        try (HttpAnswer answer = http.send(call, monitor)) {
            return read(job, answer);
        }
    }

    private static JobVisitor read(URI job, HttpAnswer answer) throws VoException {
        JobVisitor visitor = new JobVisitor(answer.uri());
        String doubt = "is " + Endpoints.shown(job) + " a job?";
        new AnswerReader(answer, "a description of a job", doubt).walk(visitor);
        if (!visitor.isJob()) {
            throw new ProtocolException(Endpoints.shown(answer.uri())
                    + " answered XML that describes no job (UWS 1.1, section 2.1); " + doubt);
        }
        return visitor;
    }

    UwsJob phase(URI job, String change, IProgressMonitor monitor) throws VoException {
        HttpCall call = HttpCall.post(Endpoints.below(job, "phase"), List.of(new Field("PHASE", change)));
        try (HttpAnswer answer = http.send(call, monitor)) {
            return read(job, answer).value(job);
        } catch (ProtocolException e) {
            return get(job, monitor); // not redirected to the job as UWS 1.1, section 2.2.3.3, has it
        }
    }

    void delete(URI job, Duration timeout, IProgressMonitor monitor) throws VoException {
        // The redirect leads to the list of all jobs, which nobody asked for.
        HttpCall call = HttpCall.delete(job).timeout(timeout).followed(false);
        try {
            http.send(call, monitor).close();
        } catch (ServiceException e) {
            if (e.status() != 405 && e.status() != 501 && e.status() != 403) {
                throw e;
            }
            // UWS 1.1, section 2.2.3.2: the other way, for services behind something that stops DELETE.
            HttpCall other = HttpCall.post(job, List.of(new Field("ACTION", "DELETE")));
            http.send(other.timeout(timeout).followed(false), monitor).close();
        }
    }

    /** The result of a job whose description is fresh. */
    <T> T result(UwsJob state, Taker<T> taker, IProgressMonitor monitor) throws VoException {
        URI job = state.url();
        if (state.phase() != UwsPhase.COMPLETED) {
            throw unfinished(state);
        }
        URI uri = Optional.ofNullable(state.results().get("result"))
                .or(() -> state.results().size() == 1
                        ? state.results().values().stream().findFirst()
                        : Optional.empty())
                .orElseGet(() -> Endpoints.below(Endpoints.below(job, "results"), "result"));
        try (HttpAnswer answer = http.send(HttpCall.get(uri), monitor)) {
            return taker.take(answer, job, monitor);
        }
    }

    private static ServiceException unfinished(UwsJob job) {
        String words = job.error();
        String what = switch (job.phase()) {
            case ERROR -> "the job failed";
            case ABORTED -> "the job was aborted";
            case ARCHIVED -> "the results of the job have been deleted";
            default -> "the job is not complete: " + job.phase();
        };
        return new ServiceException(
                job.url(),
                0,
                Endpoints.host(job.url()) + ": "
                        + (words.isEmpty() ? what + " (" + Endpoints.shown(job.url()) + ")" : Queries.oneLine(words)),
                null);
    }

    /** What the service says at length (TAP 1.1, section 2.2.2); it is sent with whatever status. */
    private String errorDocument(UwsJob job, IProgressMonitor monitor) {
        HttpCall call = HttpCall.get(Endpoints.below(job.url(), "error"));
        try (HttpAnswer answer = http.send(call, monitor)) {
            queries.read(answer, job.url(), monitor);
            return "";
        } catch (VoException e) {
            return e.getMessage()
                    .replaceFirst("^" + java.util.regex.Pattern.quote(Endpoints.host(job.url())) + ": ", "");
        }
    }
}

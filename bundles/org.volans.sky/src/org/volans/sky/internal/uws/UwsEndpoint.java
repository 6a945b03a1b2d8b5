package org.volans.sky.internal.uws;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.volans.api.InputException;
import org.volans.api.tap.UwsPhase;
import org.volans.sky.internal.Answers;
import org.volans.sky.internal.Parameters;

/**
 * The resources of a list of jobs (UWS 1.1, section 2.2): what a servlet hands over to for {@code /async} and below. Safe for
 * concurrent use.
 */
public final class UwsEndpoint {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final int NOT_FOUND = HttpServletResponse.SC_NOT_FOUND;

    private final UwsJobs jobs;
    private final String url;

    /** @param url of the list, without a slash at the end */
    public UwsEndpoint(UwsJobs jobs, String url) {
        this.jobs = jobs;
        this.url = url;
    }

    /**
     * Answers a request.
     *
     * @param path below the list: empty for the list itself, else the job's id and what follows
     * @throws InputException is the client's fault: status 400 and its message
     */
    public void answer(HttpServletRequest request, HttpServletResponse response, List<String> path)
            throws IOException, InputException {
        Parameters parameters = Parameters.of(request);
        boolean post = "POST".equals(request.getMethod());
        if (path.isEmpty()) {
            if (post) {
                create(response, parameters);
            } else {
                Answers.xml(response, UwsSnapshot.list(JobFilter.of(parameters).apply(jobs.list()), url));
            }
            return;
        }
        Optional<UwsJob> job = jobs.get(path.getFirst());
        if (job.isEmpty()) {
            Answers.error(response, NOT_FOUND, "there is no job '" + path.getFirst() + "'");
        } else if ("DELETE".equals(request.getMethod()) || post && deletes(parameters)) {
            jobs.delete(job.get());
            Answers.seeOther(response, url);
        } else if (post) {
            post(job.get(), path.size() < 2 ? "" : path.get(1), parameters);
            Answers.seeOther(response, url(job.get()));
        } else {
            get(response, job.get(), path.subList(1, path.size()), parameters);
        }
    }

    private static boolean deletes(Parameters parameters) {
        return parameters.first("ACTION").filter("DELETE"::equalsIgnoreCase).isPresent();
    }

    private String url(UwsJob job) {
        return url + "/" + job.id();
    }

    private void create(HttpServletResponse response, Parameters parameters) throws IOException, InputException {
        UwsJob job = jobs.create(parameters.without("PHASE"));
        if (parameters.first("PHASE").filter("RUN"::equalsIgnoreCase).isPresent()) {
            jobs.run(job);
        }
        Answers.seeOther(response, url(job));
    }

    private void post(UwsJob job, String resource, Parameters parameters) throws InputException {
        switch (resource) {
            case "phase" -> setPhase(job, required(parameters, "PHASE"));
            case "executionduration" ->
                job.setDuration(JobFilter.duration(required(parameters, "EXECUTIONDURATION"), UwsJobs.MOST_DURATION));
            case "destruction" ->
                jobs.setDestruction(job, JobFilter.instant("DESTRUCTION", required(parameters, "DESTRUCTION")));
            case "", "parameters" -> {
                Parameters more = parameters.without("PHASE");
                if (!more.asMap().isEmpty()) {
                    job.setParameters(more);
                }
                Optional<String> phase = parameters.first("PHASE");
                if (phase.isPresent()) {
                    setPhase(job, phase.get());
                }
            }
            default -> throw new InputException("'" + resource + "' of a job cannot be set");
        }
    }

    private void setPhase(UwsJob job, String wanted) throws InputException {
        if (wanted.equalsIgnoreCase("RUN")) {
            jobs.run(job);
        } else if (wanted.equalsIgnoreCase("ABORT")) {
            jobs.abort(job);
        } else {
            throw new InputException("PHASE can be set to RUN or ABORT, not '" + wanted + "'");
        }
    }

    private static String required(Parameters parameters, String name) throws InputException {
        return parameters.first(name).orElseThrow(() -> new InputException("the parameter " + name + " is missing"));
    }

    private void get(HttpServletResponse response, UwsJob job, List<String> path, Parameters parameters)
            throws IOException, InputException {
        if (path.isEmpty()) {
            await(job, parameters);
            Answers.xml(response, job.snapshot().document(url(job)));
            return;
        }
        UwsSnapshot now = job.snapshot();
        switch (String.join("/", path)) {
            case "phase" -> text(response, now.phase().name());
            case "executionduration" ->
                text(response, Long.toString(now.duration().toSeconds()));
            case "destruction" -> text(response, UwsSnapshot.text(now.destruction()));
            case "quote", "owner" -> text(response, "");
            case "parameters" -> Answers.xml(response, now.parametersDocument());
            case "results" -> Answers.xml(response, now.resultsDocument(url(job)));
            case "error" -> error(response, now);
            case "results/result" -> result(response, job, now);
            default -> Answers.error(response, NOT_FOUND, "a job has no '" + String.join("/", path) + "'");
        }
    }

    private static void await(UwsJob job, Parameters parameters) throws InputException {
        Optional<String> wait = parameters.first("WAIT");
        if (wait.isEmpty()) {
            return;
        }
        Duration longest = JobFilter.duration(wait.get().equals("-1") ? "120" : wait.get(), LONGEST_WAIT);
        try {
            job.await(parameters.first("PHASE").map(UwsPhase::of), longest);
        } catch (InterruptedException e) {
            // the server is being stopped: the present state is as good an answer as any
            Thread.currentThread().interrupt();
        }
    }

    private static void text(HttpServletResponse response, String text) throws IOException {
        Answers.send(response, HttpServletResponse.SC_OK, "text/plain", text);
    }

    private static void error(HttpServletResponse response, UwsSnapshot job) throws IOException {
        if (job.phase() == UwsPhase.ERROR) {
            Answers.error(response, HttpServletResponse.SC_OK, job.error());
        } else {
            Answers.error(response, NOT_FOUND, "the job is " + job.phase() + "; it has no error");
        }
    }

    private static void result(HttpServletResponse response, UwsJob job, UwsSnapshot now) throws IOException {
        if (now.phase() != UwsPhase.COMPLETED) {
            Answers.error(response, NOT_FOUND, "the job is " + now.phase() + "; it has no result");
            return;
        }
        response.setContentType(now.mediaType());
        response.setContentLengthLong(Files.size(job.result()));
        Files.copy(job.result(), response.getOutputStream());
    }
}

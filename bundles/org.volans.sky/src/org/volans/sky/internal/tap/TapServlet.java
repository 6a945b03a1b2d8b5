package org.volans.sky.internal.tap;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.InputException;
import org.volans.sky.internal.Answers;
import org.volans.sky.internal.Parameters;
import org.volans.sky.internal.uws.UwsEndpoint;
import org.volans.sky.internal.uws.UwsJobs;

/** A centre's TAP service: its resources (TAP 1.1, section 2) below one path. */
public final class TapServlet extends HttpServlet implements AutoCloseable {

    private static final long serialVersionUID = 1L;

    private final transient TapCentre centre;
    private final transient TapQueries queries;
    private final transient UwsJobs jobs;
    private final transient UwsEndpoint async;
    private final transient Vosi vosi;

    /** @param jobFolder where results of jobs are kept; made and deleted by this */
    public TapServlet(TapCentre centre, Path jobFolder, Clock clock) {
        this.centre = centre;
        queries = new TapQueries(centre);
        jobs = new UwsJobs(queries, jobFolder, clock);
        async = new UwsEndpoint(jobs, centre.url() + "/async");
        vosi = new Vosi(centre, clock.instant());
    }

    @Override
    @NonNullByDefault({})
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getMethod();
        try {
            switch (method) {
                case "GET", "HEAD", "POST", "DELETE" -> dispatch(request, response, path(request));
                default ->
                    Answers.error(
                            response,
                            HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                            "the method " + method + " has no meaning here");
            }
        } catch (InputException e) {
            Answers.error(response, HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
        } catch (OperationCanceledException e) {
            Answers.error(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "the query was cancelled, or took longer than " + TimeLimit.SYNC.toSeconds()
                            + " s, which only a job (/async) may");
        } catch (RuntimeException e) {
            failed(response, e);
        }
    }

    /** A fault of ours, in the form that clients understand; the container's log has the trace. */
    private void failed(HttpServletResponse response, RuntimeException fault) throws IOException {
        if (response.isCommitted()) {
            throw fault;
        }
        getServletContext().log("TAP service " + centre.url() + " failed", fault);
        Answers.error(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "the service failed: " + fault);
    }

    private void dispatch(HttpServletRequest request, HttpServletResponse response, List<String> path)
            throws IOException, InputException {
        String resource = path.isEmpty() ? "" : path.getFirst();
        List<String> rest = path.isEmpty() ? path : path.subList(1, path.size());
        switch (resource) {
            case "" -> Answers.seeOther(response, centre.url() + "/examples");
            case "sync" -> sync(request, response);
            case "async" -> async.answer(request, response, rest);
            case "capabilities" -> Answers.xml(response, vosi.capabilities());
            case "availability" -> Answers.xml(response, vosi.availability());
            case "tables" -> tables(response, rest, Parameters.of(request));
            case "examples" ->
                Answers.send(
                        response, HttpServletResponse.SC_OK, "application/xhtml+xml", ExamplesPage.of(centre.centre()));
            default -> notFound(response, resource);
        }
    }

    private void sync(HttpServletRequest request, HttpServletResponse response) throws IOException, InputException {
        TapAnswer answer = queries.answer(Parameters.of(request), new TimeLimit(TimeLimit.SYNC));
        response.setContentType(answer.mediaType());
        answer.write(response.getOutputStream());
    }

    private void tables(HttpServletResponse response, List<String> rest, Parameters parameters)
            throws IOException, InputException {
        TapSchema schema = centre.schema();
        if (rest.isEmpty()) {
            boolean brief = parameters.first("DETAIL").filter("min"::equals).isPresent();
            Answers.xml(response, TableSet.all(schema, !brief));
            return;
        }
        String name = String.join("/", rest);
        TapTable table = schema.table(name).orElse(null);
        if (table == null) {
            notFound(response, name);
        } else {
            Answers.xml(response, TableSet.one(schema, table));
        }
    }

    private void notFound(HttpServletResponse response, String what) throws IOException {
        Answers.error(response, HttpServletResponse.SC_NOT_FOUND, centre.url() + " has no '" + what + "'");
    }

    /**
     * What stands after the service's own path; read from the raw URI, since tables' names may hold an encoded slash, which
     * the container's own methods refuse.
     */
    private List<String> path(HttpServletRequest request) {
        String own = "/" + centre.centre().path() + "/tap";
        String uri = request.getRequestURI();
        return Arrays.stream(uri.substring(uri.indexOf(own) + own.length()).split("/"))
                .filter(s -> !s.isEmpty())
                .map(s -> URLDecoder.decode(s.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    /** Ends all jobs and closes the engine. */
    @Override
    public void close() {
        centre.close();
        jobs.close();
    }
}

package org.volans.sky.internal.links;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.image.CutoutOutcome;
import org.volans.sky.internal.Answers;
import org.volans.sky.internal.Parameters;
import org.volans.sky.internal.uws.UwsEndpoint;
import org.volans.sky.internal.uws.UwsJobs;

/**
 * Cutouts of a centre as jobs (SODA 1.0, section 2.2; UWS 1.1). A job makes one cutout; where nothing overlaps its result is
 * a text that says so. The jobs end with the servlet.
 */
final class SodaAsyncServlet extends HttpServlet {

    static final String STANDARD = "ivo://ivoa.net/std/SODA#async-1.0";

    private static final long serialVersionUID = 1L;

    private final transient Cutouts cutouts;
    private final String url;
    private transient @Nullable UwsJobs jobs;
    private transient @Nullable UwsEndpoint endpoint;

    /** @param url of the list of jobs, without a slash at the end */
    SodaAsyncServlet(Cutouts cutouts, String url) {
        this.cutouts = cutouts;
        this.url = url;
    }

    private synchronized UwsEndpoint endpoint() throws IOException {
        UwsEndpoint made = endpoint;
        if (made == null) {
            UwsJobs list = new UwsJobs(this::work, Files.createTempDirectory("volans-soda"), Clock.systemUTC());
            made = new UwsEndpoint(list, url);
            jobs = list;
            endpoint = made;
        }
        return made;
    }

    private String work(Parameters parameters, Path target, IProgressMonitor monitor)
            throws InputException, IOException {
        CutoutOutcome outcome;
        try {
            outcome = cutouts.cut(CutoutRequest.of(parameters), target, monitor);
        } catch (UsageException e) {
            throw new InputException(e.sodaMessage(), e);
        }
        if (outcome instanceof CutoutOutcome.NoOverlap nothing) {
            Files.writeString(target, nothing.message() + "\n");
            return "text/plain";
        }
        return "image/fits";
    }

    @Override
    @NonNullByDefault({})
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!List.of("GET", "HEAD", "POST", "DELETE").contains(request.getMethod())) {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String info = request.getPathInfo();
        List<String> path = info == null
                ? List.of()
                : Arrays.stream(info.split("/")).filter(s -> !s.isEmpty()).toList();
        try {
            endpoint().answer(request, response, path);
        } catch (InputException e) {
            Answers.send(
                    response, HttpServletResponse.SC_BAD_REQUEST, "text/plain", "UsageError: " + e.getMessage() + "\n");
        }
    }

    @Override
    public synchronized void destroy() {
        UwsJobs list = jobs;
        if (list != null) {
            list.close();
        }
        jobs = null;
        endpoint = null;
    }
}

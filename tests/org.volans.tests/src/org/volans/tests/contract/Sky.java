package org.volans.tests.contract;

import com.google.gson.Gson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.sky.EmbeddedSky;
import org.volans.api.sky.RunningSky;
import uk.ac.starlink.table.StarTable;

/** The embedded sky of a test run: where its services are, and what they have been asked. */
public final class Sky implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final EmbeddedSky skies;
    private final RunningSky running;

    /** A request that the sky has answered. */
    public record Request(long number, String method, String path, String query, int status) {}

    private record Log(long next, List<Request> requests) {}

    private Sky(EmbeddedSky skies, RunningSky running) {
        this.skies = skies;
        this.running = running;
    }

    static Sky start() {
        EmbeddedSky skies = House.service(EmbeddedSky.class);
        try {
            return new Sky(skies, skies.start(0, new NullProgressMonitor()));
        } catch (VoException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its registry. */
    public URI registry() {
        return running.registry();
    }

    /** A path below its root. */
    public URI at(String path) {
        return running.base().resolve(path);
    }

    /** The TAP service of {@code vizier}, {@code astron}, {@code gavo} or {@code slow}. */
    public URI tap(String centre) {
        return at(centre + "/tap");
    }

    /** A TAP service that fails in its own way. */
    public URI fault(String kind) {
        return at("_fault/" + kind + "/tap");
    }

    /** The 19 positions of the tutorial as a table. */
    public StarTable objects() {
        return skies.tutorialObjects();
    }

    /** The 23 published rows. */
    public StarTable published() {
        return skies.publishedAnswer();
    }

    /** The 19 positions of the tutorial. */
    public List<Position> positions() throws IOException {
        StarTable table = objects();
        List<Position> positions = new ArrayList<>();
        for (long row = 0; row < table.getRowCount(); row++) {
            positions.add(new Position((Double) table.getCell(row, 0), (Double) table.getCell(row, 1)));
        }
        return positions;
    }

    /** The number that the next request will have. */
    public long mark() throws IOException, InterruptedException {
        return log(Long.MAX_VALUE).next();
    }

    /** The requests since a mark to paths that matter, once all that came in have been answered. */
    public List<Request> since(long mark, Predicate<String> path) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE;
        Log log = log(mark);
        while (log.requests().size() < log.next() - mark && System.nanoTime() < deadline) {
            log = log(mark); // a request is listed a moment after its answer has been read
        }
        return log.requests().stream().filter(r -> path.test(r.path())).toList();
    }

    private Log log(long since) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(at("_log?since=" + since)).build(), HttpResponse.BodyHandlers.ofString());
        return new Gson().fromJson(answer.body(), Log.class);
    }

    @Override
    public void close() {
        client.close();
        running.close();
    }
}

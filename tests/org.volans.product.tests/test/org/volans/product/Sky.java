package org.volans.product;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** {@code volans sky} as a process that serves all tests; a test gets it as a parameter. */
final class Sky implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final Process process;
    private final JsonObject places;

    /** A request that the sky has answered. */
    record Request(String method, String path, String query, int status) {}

    private Sky(Process process, JsonObject places) {
        this.process = process;
        this.places = places;
    }

    /** Hands the sky to the tests, started when the first asks for it. */
    static final class Parameter implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Sky.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(Sky.class))
                    .getOrComputeIfAbsent("sky", key -> Sky.start(), Sky.class);
        }
    }

    private static Sky start() {
        try {
            Process process = new Volans(Path.of("").toAbsolutePath()).start("sky", "--port", "0", "--json");
            BufferedReader out = process.inputReader();
            StringBuilder json = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                json.append(line);
                if (line.equals("}")) {
                    return new Sky(
                            process, JsonParser.parseString(json.toString()).getAsJsonObject());
                }
            }
            throw new IllegalStateException("volans sky ended before it was up: " + json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path below the root. */
    URI at(String path) {
        return URI.create(places.get("base").getAsString()).resolve(path);
    }

    /** What it printed. */
    JsonObject places() {
        return places;
    }

    /** The registry's URL. */
    String registry() {
        return places.get("registry").getAsString();
    }

    /** The URL of the TAP service of {@code vizier}, {@code astron}, {@code gavo} or {@code slow}. */
    String tap(String centre) {
        return at(centre + "/tap").toString();
    }

    /** The URL of a TAP service that fails in its own way. */
    String fault(String kind) {
        return at("_fault/" + kind + "/tap").toString();
    }

    /** The number that the next request will have. */
    long mark() throws IOException, InterruptedException {
        return log(Long.MAX_VALUE).get("next").getAsLong();
    }

    /** The requests since a mark whose paths matter, once all have been answered. */
    List<Request> since(long mark, Predicate<String> path) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE;
        JsonObject log = log(mark);
        while (log.getAsJsonArray("requests").size() < log.get("next").getAsLong() - mark
                && System.nanoTime() < deadline) {
            log = log(mark); // a request is listed a moment after its answer has been read
        }
        return new ArrayList<>(
                StreamSupport.stream(log.getAsJsonArray("requests").spliterator(), false)
                        .map(request -> request.getAsJsonObject())
                        .filter(request -> path.test(request.get("path").getAsString()))
                        .map(request -> new Request(
                                request.get("method").getAsString(),
                                request.get("path").getAsString(),
                                request.get("query").getAsString(),
                                request.get("status").getAsInt()))
                        .toList());
    }

    private JsonObject log(long since) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(at("_log?since=" + since)).build(), HttpResponse.BodyHandlers.ofString());
            return JsonParser.parseString(answer.body()).getAsJsonObject();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}

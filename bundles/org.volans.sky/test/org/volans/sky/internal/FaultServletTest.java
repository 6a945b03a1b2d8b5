package org.volans.sky.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("null") // JUnit sets the fields
class FaultServletTest {

    @TempDir
    Path temporary;

    private final HttpClient client = HttpClient.newHttpClient();
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(
                0,
                base -> new SkySite(
                        new SmallContent(),
                        base,
                        new EchoEngine(),
                        name -> name,
                        temporary.resolve("jobs"),
                        Clock.systemUTC()));
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    private HttpRequest request(String fault) {
        URI uri = server.base().resolve("/_fault/" + fault + "/tap/sync?LANG=ADQL&QUERY=x");
        return HttpRequest.newBuilder(uri).build();
    }

    private HttpResponse<String> get(String fault) throws IOException, InterruptedException {
        return client.send(request(fault), BodyHandlers.ofString());
    }

    @Test
    void misbehavesAsAsked() throws Exception {
        assertThat(get("html").statusCode()).isEqualTo(200);
        assertThat(get("html").headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(get("error500").statusCode()).isEqualTo(500);
        assertThat(get("votable-error").body()).contains("value=\"ERROR\"", "disk of this service is full");
        assertThat(get("votable-error").statusCode()).isEqualTo(200);
        assertThat(get("empty").body()).isEmpty();
        assertThat(get("nix").statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> get("truncated")).isInstanceOf(IOException.class);
    }

    @Test
    void stoppingLetsGoOfWhatHangs() throws Exception {
        CompletableFuture<HttpResponse<String>> hanging = client.sendAsync(request("hang"), BodyHandlers.ofString());
        // listed once the servlet has put the exchange aside
        while (server.site().log().since(0).isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(hanging).isNotDone();
        server.close();
        hanging.handle((answer, fault) -> true).get(30, TimeUnit.SECONDS);
    }
}

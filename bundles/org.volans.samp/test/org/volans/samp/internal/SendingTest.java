package org.volans.samp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.astrogrid.samp.ErrInfo;
import org.astrogrid.samp.Response;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.api.ServiceException;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;

class SendingTest extends SampTestBase {

    private TestHub hub;
    private SampProvider volans;

    @BeforeEach
    void meet() throws Exception {
        hub = hub();
        volans = joined();
    }

    private Peer mute(String name) throws Exception {
        Peer peer = new Peer(TestHub.profile(lockfile()), name, List.of("a.b"), message -> null);
        known(name);
        return peer;
    }

    private SampClient known(String name) throws Exception {
        until(() -> volans.clients().stream()
                .anyMatch(client ->
                        client.name().equals(name) && !client.subscriptions().isEmpty()));
        return volans.client(name);
    }

    @Test
    void asksOne() throws Exception {
        Peer peer = peer("Good", "a.b");
        new Peer(
                TestHub.profile(lockfile()),
                "Bad",
                List.of("a.b"),
                message -> Response.createErrorResponse(new ErrInfo("no\n way")));
        new Peer(TestHub.profile(lockfile()), "Odd", List.of("a.b"), message -> new Response(Map.of("x", "y")));
        SampMessage message = SampMessage.of("a.b", "name", "\u00c5ngstr\u00f6m");
        assertThat(volans.call(known("Good"), message, SOON, NONE)).isEqualTo(SampReply.ok());
        assertThat(peer.messages.getFirst().getParam("name")).isEqualTo("Angstrom");
        assertThat(volans.call(known("Bad"), message, SOON, NONE)).isEqualTo(new SampReply.Failed("no way"));
        assertThatThrownBy(() -> volans.call(volans.client("Good"), said("c.d"), SOON, NONE))
                .isInstanceOf(ServiceException.class)
                .hasMessage("Good does not take c.d");
        assertThat(volans.exchanges())
                .hasSize(3)
                .allMatch(e -> e.sent() && e.reply().isPresent());
    }

    @Test
    void neverWaitsForEver() throws Exception {
        mute("Mute");
        long start = System.nanoTime();
        assertThat(volans.call(volans.client("Mute"), said("a.b"), Duration.ofMillis(300), NONE))
                .isEqualTo(new SampReply.Failed("Mute did not answer within 0.3 s"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));

        NullProgressMonitor monitor = new NullProgressMonitor();
        CompletableFuture<SampReply> asked = ask(monitor);
        monitor.setCanceled(true);
        assertThatThrownBy(asked::join).hasRootCauseInstanceOf(OperationCanceledException.class);
        assertThat(volans.exchanges().getLast().reply()).contains(new SampReply.Failed("cancelled"));
    }

    private CompletableFuture<SampReply> ask(NullProgressMonitor monitor) throws Exception {
        int before = volans.exchanges().size();
        CompletableFuture<SampReply> asked = CompletableFuture.supplyAsync(() -> {
            try {
                return volans.call(volans.client("Mute"), said("a.b"), Duration.ofDays(10_000), monitor);
            } catch (org.volans.api.VoException e) {
                throw new IllegalStateException(e);
            }
        });
        until(() -> volans.exchanges().size() > before);
        return asked;
    }

    @Test
    void whoeverGoesMeanwhile() throws Exception {
        Peer mute = mute("Mute");
        CompletableFuture<SampReply> asked = ask(new NullProgressMonitor());
        until(() -> !mute.messages.isEmpty());
        mute.connection.unregister();
        assertThat(asked.join()).isEqualTo(new SampReply.Failed("it left the hub before it answered"));

        Peer second = mute("Mute");
        CompletableFuture<SampReply> lost = ask(new NullProgressMonitor());
        until(() -> !second.messages.isEmpty());
        hub.kill();
        assertThat(lost.join()).isEqualTo(new SampReply.Failed("the hub has gone away"));
    }

    @Test
    void asksAllAtOnceAndTheDeadDoNotHarm() throws Exception {
        mute("Mute");
        peer("Good", "a.b");
        known("Good");
        // a client whose callback nobody hears, as after kill -9
        Peer dead = peer("Dead", "a.b");
        ((org.astrogrid.samp.xmlrpc.XmlRpcHubConnection) dead.connection)
                .exec("setXmlrpcCallback", new Object[] {"http://127.0.0.1:" + freePort() + "/xmlrpc"});
        Map<SampClient, SampReply> replies = volans.callAll(said("a.b"), Duration.ofMillis(700), NONE);
        assertThat(replies).hasSize(3);
        replies.forEach((client, reply) -> {
            switch (client.name()) {
                case "Good" -> assertThat(reply).isEqualTo(SampReply.ok());
                case "Mute" -> assertThat(reply).isEqualTo(new SampReply.Failed("Mute did not answer within 0.7 s"));
                default -> assertThat(reply.message()).startsWith("a.b did not reach Dead: Connection refused");
            }
        });
        assertThat(volans.callAll(said("c.d"), SOON, NONE)).isEmpty();
        assertThat(volans.notifyAll(said("a.b")))
                .extracting(SampClient::name)
                .containsExactlyInAnyOrder("Good", "Mute");
    }

    @Test
    void notJoined() {
        volans.leave();
        assertThatThrownBy(() -> volans.callAll(said("a.b"), SOON, NONE))
                .isInstanceOf(ServiceException.class)
                .hasMessage("cannot send: Volans has not joined a SAMP hub");
    }
}

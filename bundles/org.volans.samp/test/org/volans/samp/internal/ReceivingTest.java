package org.volans.samp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.astrogrid.samp.Message;
import org.astrogrid.samp.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;

class ReceivingTest extends SampTestBase {

    private SampProvider volans;
    private Peer peer;

    @BeforeEach
    void meet() throws Exception {
        hub();
        volans = joined();
        peer = peer("Other");
    }

    private void call(String tag, String mtype) throws Exception {
        call(tag, message(mtype));
    }

    private void call(String tag, Message message) throws Exception {
        peer.connection.call(self(volans), tag, message);
    }

    private Response reply(String tag) throws Exception {
        Peer.Reply reply = peer.replies.poll(10, TimeUnit.SECONDS);
        assertThat(reply).isNotNull();
        assertThat(reply.tag()).isEqualTo(tag);
        return reply.response();
    }

    private void ready(String... mtypes) throws Exception {
        for (String mtype : mtypes) {
            until(() -> takes(peer, volans, mtype));
        }
    }

    @Test
    void repliesWhenTheWorkIsDone() throws Exception {
        CountDownLatch work = new CountDownLatch(1);
        handle(volans, "do.it", (message, sender, monitor) -> {
            await(work);
            assertThat(sender.name()).isEqualTo("Other");
            return new SampReply.Ok(Map.of("echo", message.needed("what")));
        });
        ready("do.it");
        call("t1", new Message("do.it", Map.of("what", "something")));
        until(() -> volans.exchanges().size() == 1);
        assertThat(peer.replies).isEmpty();
        assertThat(volans.exchanges().getFirst().reply()).isEmpty();
        work.countDown();
        Response reply = reply("t1");
        assertThat(reply.getStatus()).isEqualTo(Response.OK_STATUS);
        assertThat(reply.getResult().get("echo")).isEqualTo("something");

        until(() -> told.size() == 2);
        SampExchange ended = volans.exchanges().getFirst();
        assertThat(told.getLast()).isEqualTo(ended);
        assertThat(ended.number()).isEqualTo(told.getFirst().number());
        assertThat(ended.sent()).isFalse();
        assertThat(ended.peer().name()).isEqualTo("Other");
        assertThat(ended.reply().orElseThrow().result()).isEqualTo(Map.of("echo", "something"));
        assertThat(ended.duration()).isPresent();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void failuresAreReplies() throws Exception {
        handle(
                volans,
                "bad.input",
                (message, sender, monitor) -> SampReply.warning(String.valueOf(message.number("x"))));
        handle(volans, "bad.luck", (message, sender, monitor) -> {
            throw new IllegalStateException("no\nluck");
        });
        handle(volans, "bad.code", (message, sender, monitor) -> {
            throw new NoClassDefFoundError("org/x/Y");
        });
        handle(volans, "bad.words", (message, sender, monitor) -> {
            throw new InputException("caf\u00e9 \u2014 \u03b1");
        });
        ready("bad.input", "bad.luck", "bad.code", "bad.words");
        call("1", new Message("bad.input", Map.of("x", "much")));
        assertThat(error(reply("1"))).isEqualTo("the parameter 'x' is no number: 'much'");
        call("2", "bad.luck");
        assertThat(error(reply("2"))).isEqualTo("IllegalStateException: no luck");
        call("3", "bad.code");
        assertThat(error(reply("3"))).isEqualTo("NoClassDefFoundError: org/x/Y");
        call("4", "bad.words");
        assertThat(error(reply("4"))).isEqualTo("cafe ? ?");
        call("5", new Message("bad.input", Map.of("x", "1e0")));
        assertThat(reply("5").getStatus()).isEqualTo(Response.WARNING_STATUS);
        call("6", new Message("bad.input", Map.of("x", "much".repeat(100_000))));
        assertThat(error(reply("6")))
                .startsWith("the parameter 'x' is no number: 'muchmuch")
                .hasSizeLessThan(1100);
    }

    private static String error(Response response) {
        assertThat(response.getStatus()).isEqualTo(Response.ERROR_STATUS);
        return response.getErrInfo().getErrortxt();
    }

    @Test
    void unknownMtypesAndForgedEvents() throws Exception {
        call("1", "samp.app.ping");
        assertThat(reply("1").isOK()).isTrue();
        // subscribed, as a client of the hub; but said by somebody else
        call("2", new Message("samp.hub.event.unregister", Map.of("id", peer.id())));
        assertThat(error(reply("2"))).isEqualTo("Volans does not handle samp.hub.event.unregister");
        peer.connection.notify(self(volans), message("samp.hub.event.shutdown"));
        peer.connection.notify(self(volans), message("samp.hub.disconnect"));
        call("3", "samp.app.ping");
        assertThat(reply("3").isOK()).isTrue();
        assertThat(volans.client("Other").id()).isEqualTo(peer.id());
        Object key = new Object();
        volans.addHandler(key, List.of("some.thing"), OptionalInt.empty(), 0, Optional::empty);
        ready("some.thing");
        call("4", "some.thing");
        assertThat(error(reply("4"))).isEqualTo("Volans no longer handles some.thing");
    }

    @Test
    void oneAfterTheOtherInOrderAndOthersBeside() throws Exception {
        CountDownLatch other = new CountDownLatch(1);
        List<String> order = new CopyOnWriteArrayList<>();
        handle(volans, "in.order", (message, sender, monitor) -> {
            await(other);
            order.add(message.needed("n"));
            return SampReply.ok();
        });
        handle(volans, "be.side", (message, sender, monitor) -> {
            other.countDown();
            return SampReply.ok();
        });
        ready("in.order", "be.side");
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            sent.add(String.valueOf(i));
            peer.connection.notify(self(volans), new Message("in.order", Map.of("n", String.valueOf(i))));
        }
        call("1", "be.side");
        assertThat(reply("1").isOK()).isTrue();
        until(() -> order.size() == 300);
        assertThat(order).isEqualTo(sent);
        assertThat(volans.exchanges().getFirst().answered()).isFalse();
        assertThat(volans.exchanges().getFirst().reply()).isEmpty();
    }

    @Test
    void olderOnesMakeRoom() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch work = new CountDownLatch(1);
        List<String> done = new CopyOnWriteArrayList<>();
        handle(volans, "the.last", OptionalInt.of(1), (message, sender, monitor) -> {
            begun.countDown();
            await(work);
            done.add(message.needed("n"));
            return SampReply.ok();
        });
        ready("the.last");
        call("0", new Message("the.last", Map.of("n", "0")));
        await(begun);
        for (int i = 1; i < 500; i++) {
            call(String.valueOf(i), new Message("the.last", Map.of("n", String.valueOf(i))));
        }
        until(() -> peer.replies.size() == 498);
        work.countDown();
        until(() -> peer.replies.size() == 500);
        assertThat(done).containsExactly("0", "499");
        Set<String> superseded = new HashSet<>();
        peer.replies.stream()
                .filter(reply -> reply.response().getStatus().equals(Response.WARNING_STATUS))
                .filter(reply -> reply.response().getErrInfo().getErrortxt().equals("superseded by a later message"))
                .forEach(reply -> superseded.add(reply.tag()));
        assertThat(superseded).hasSize(498).doesNotContain("0", "499");
    }

    @Test
    void aFloodIsRefused() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch work = new CountDownLatch(1);
        handle(volans, "slow.ly", (message, sender, monitor) -> {
            begun.countDown();
            await(work);
            return SampReply.ok();
        });
        ready("slow.ly");
        call("0", "slow.ly");
        await(begun);
        for (int i = 1; i <= 1001; i++) {
            call(String.valueOf(i), "slow.ly");
        }
        assertThat(error(reply("1001"))).isEqualTo("too many messages are waiting");
        assertThat(volans.exchanges()).hasSize(1000);
        work.countDown();
        until(() -> peer.replies.size() == 1001);
    }

    @Test
    void theHighestRankingIsAsked() throws Exception {
        Object plain = new Object();
        volans.addHandler(plain, List.of("*"), OptionalInt.empty(), 0, () -> Optional.of((m, s, p) -> SampReply.ok()));
        volans.addHandler(
                new Object(),
                List.of("a.*"),
                OptionalInt.empty(),
                5,
                () -> Optional.of((m, s, p) -> new SampReply.Failed("five")));
        ready("a.b", "b.c");
        call("1", "a.b");
        assertThat(error(reply("1"))).isEqualTo("five");
        call("2", "b.c");
        assertThat(reply("2").isOK()).isTrue();
        volans.removeHandler(plain);
        until(() -> !takes(peer, volans, "b.c"));
    }

    @Test
    void leavingCancelsTheWork() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        handle(volans, "for.ever", (message, sender, monitor) -> {
            begun.countDown();
            while (!monitor.isCanceled()) {
                Thread.onSpinWait();
            }
            cancelled.set(true);
            return SampReply.ok();
        });
        ready("for.ever");
        call("1", "for.ever");
        call("2", "for.ever");
        await(begun);
        until(() -> volans.exchanges().size() == 2);
        volans.leave();
        until(cancelled::get);
        until(() -> volans.exchanges().stream()
                .allMatch(exchange -> exchange.reply().isPresent()));
        assertThat(volans.exchanges())
                .extracting(SampExchange::reply)
                .containsExactlyInAnyOrder(
                        Optional.of(SampReply.ok()), Optional.of(new SampReply.Failed("Volans has left the hub")));
    }

    @Test
    void keepsTheLatestThousand() {
        ExchangeLog log = new ExchangeLog(new Listeners(List::of));
        SampClient client = Wire.client("c", Map.of(), Map.of(), false);
        SampExchange first = log.begin(true, client, SampMessage.of("a.b"), true);
        for (int i = 1; i < 1500; i++) {
            log.begin(true, client, SampMessage.of("a.b"), true);
        }
        log.end(first, SampReply.ok());
        assertThat(log.all()).hasSize(1000);
        assertThat(log.all().getFirst().number()).isEqualTo(501);

        // numbers of rows by the hundred thousand
        SampMessage big = new SampMessage("a.b", Map.of("row-list", Collections.nCopies(200_000, "123456")));
        for (int i = 0; i < 20; i++) {
            log.begin(true, client, big, true);
        }
        assertThat(log.all()).hasSizeLessThan(10).hasSizeGreaterThan(2);
    }
}

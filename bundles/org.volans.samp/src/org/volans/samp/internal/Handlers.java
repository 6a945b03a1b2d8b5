package org.volans.samp.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampReply;

/** The handlers that are there, and who is asked about which MType. Safe for concurrent use. */
final class Handlers {

    static final String PING = "samp.app.ping";

    private record Entry(List<String> mtypes, int ranking, Lane lane) {}

    private final Map<Object, Entry> entries = new LinkedHashMap<>();
    private final Entry ping = new Entry(
            List.of(PING),
            Integer.MIN_VALUE,
            new Lane(() -> Optional.of((message, sender, monitor) -> SampReply.ok()), OptionalInt.empty()));

    private boolean listening = true;

    /**
     * Adds a handler.
     *
     * @param key     to remove it by
     * @param handler gets it when its first message comes; empty when it has gone
     */
    synchronized void add(
            Object key,
            List<String> mtypes,
            OptionalInt newest,
            int ranking,
            Supplier<Optional<MessageHandler>> handler) {
        entries.put(key, new Entry(List.copyOf(mtypes), ranking, new Lane(handler, newest)));
    }

    void remove(Object key) {
        Entry entry;
        synchronized (this) {
            entry = entries.remove(key);
        }
        if (entry != null) {
            entry.lane().drop(message -> true, "Volans no longer handles this");
        }
    }

    /** Whether messages are wanted beyond a ping. */
    synchronized void listen(boolean wanted) {
        listening = wanted;
    }

    /** Whether more than a ping is handled. */
    synchronized boolean listening() {
        return listening;
    }

    /** What Volans is subscribed to. */
    synchronized SortedSet<String> mtypes() {
        SortedSet<String> mtypes = new TreeSet<>(ping.mtypes());
        if (listening) {
            entries.values().forEach(entry -> mtypes.addAll(entry.mtypes()));
        }
        return mtypes;
    }

    /** Hands a message to its handler, or answers it if there is none; returns at once. */
    void take(Incoming message) {
        find(message.message().mtype())
                .ifPresentOrElse(
                        lane -> lane.take(message),
                        () -> message.answerLater(new SampReply.Failed(
                                "Volans does not handle " + message.message().mtype())));
    }

    private synchronized Optional<Lane> find(String mtype) {
        return entries.values().stream()
                .filter(entry -> listening && handles(entry, mtype))
                .max(Comparator.comparingInt(Entry::ranking))
                .or(() -> Optional.of(ping).filter(entry -> handles(entry, mtype)))
                .map(Entry::lane);
    }

    private static boolean handles(Entry entry, String mtype) {
        return entry.mtypes().stream().anyMatch(pattern -> SampClient.matches(pattern, mtype));
    }

    /** Answers what has come by a session and waits. */
    synchronized void drop(Session session, String why) {
        entries.values().forEach(entry -> entry.lane().drop(message -> message.session() == session, why));
    }
}

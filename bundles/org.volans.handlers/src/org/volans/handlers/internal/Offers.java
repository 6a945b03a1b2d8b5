package org.volans.handlers.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.volans.api.handler.HandlerEvent;

/** The handlers that are offered at present. Safe for concurrent use. */
final class Offers {

    private static final Comparator<Offer> BEST_FIRST =
            Comparator.comparingInt(Offer::ranking).reversed().thenComparingLong(Offer::service);

    private static final Comparator<Offer> LISTED = Comparator.<Offer>comparingInt(
                    offer -> HandlerEvent.KINDS.indexOf(offer.kind()))
            .thenComparing(Offer::label)
            .thenComparing(Offer::id);

    private record Key(String kind, Object service) {}

    private final Map<Key, Offer> offers = new ConcurrentHashMap<>();

    void add(Object service, Offer offer) {
        offers.put(new Key(offer.kind(), service), offer);
    }

    /** @return whether it was there */
    boolean remove(Object service, String kind) {
        return offers.remove(new Key(kind, service)) != null;
    }

    /**
     * Another bundle's, with the same id, that nothing but the order of registration decides about: one that is meant to take the
     * place of another has a ranking.
     */
    Optional<Offer> rival(Offer offer) {
        return offers.values().stream()
                .filter(other -> other.id().equals(offer.id())
                        && other.ranking() == offer.ranking()
                        && !other.bundle().equals(offer.bundle()))
                .findFirst();
    }

    /** Those that count: of several services with the same id the best one, for all kinds that it has. */
    List<Offer> counting() {
        Map<String, Offer> best = new HashMap<>();
        for (Offer offer : offers.values()) {
            best.merge(offer.id(), offer, (a, b) -> BEST_FIRST.compare(a, b) <= 0 ? a : b);
        }
        return offers.values().stream()
                .filter(offer -> best.get(offer.id()) instanceof Offer winner && winner.service() == offer.service())
                .sorted(LISTED)
                .toList();
    }
}

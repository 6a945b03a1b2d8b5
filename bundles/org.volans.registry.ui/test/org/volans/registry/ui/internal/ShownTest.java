package org.volans.registry.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.volans.registry.ui.internal.Hit.Coverage;
import org.volans.registry.ui.internal.Shown.Column;
import org.volans.registry.ui.internal.Shown.Order;

class ShownTest {

    private static final Criteria ASKED = Criteria.NOTHING.withKeywords("x");

    private static final List<Hit> HITS = List.of(
            new Hit(Records.tap("b", List.of("radio"), "One"), Coverage.COVERS),
            new Hit(Records.tap("a", List.of("radio", "optical"), "Two"), Coverage.UNKNOWN),
            new Hit(Records.cone("C", List.of("optical"), "One"), Coverage.COVERS));

    private static Shown shown(Criteria asked, Criteria now, Optional<Order> order) {
        Search.State state = new Search.State(asked, HITS, true, OptionalLong.of(3), OptionalLong.empty(), false);
        return Shown.of(state, now, order);
    }

    private static List<String> names(Shown shown) {
        return shown.hits().stream().map(Column.SHORT_NAME::text).toList();
    }

    @Test
    void withoutFacetsAndOrderTheRegistrysListStands() {
        Shown all = shown(ASKED, ASKED, Optional.empty());
        assertThat(names(all)).containsExactly("b", "a", "C");
        assertThat(all.counts().get(Facet.TYPE)).isEqualTo(Map.of("TAP", 2, "Cone search", 1));
        assertThat(all.counts().get(Facet.WAVEBAND)).isEqualTo(Map.of("radio", 2, "optical", 2));
        assertThat(all.counts().get(Facet.MODEL)).isEqualTo(Map.of("ObsCore", 2));
    }

    @Test
    void facetsNarrowAndCountWhatEachOtherValueWouldLeave() {
        Criteria now = ASKED.with(Facet.TYPE, Set.of("TAP")).with(Facet.PUBLISHER, Set.of("One"));
        Shown some = shown(ASKED, now, Optional.empty());
        assertThat(names(some)).containsExactly("b");
        assertThat(some.counts().get(Facet.TYPE)).isEqualTo(Map.of("TAP", 1, "Cone search", 1));
        assertThat(some.counts().get(Facet.PUBLISHER)).isEqualTo(Map.of("One", 1, "Two", 1));
        assertThat(names(shown(ASKED, ASKED.with(Facet.WAVEBAND, Set.of("radio", "x-ray")), Optional.empty())))
                .containsExactly("b", "a");
    }

    @Test
    void whatTheRegistryWasAskedForIsMetWhateverTheRecordShows() {
        Criteria asked = ASKED.with(Facet.MODEL, Set.of("EpnTAP"));
        assertThat(names(shown(asked, asked, Optional.empty()))).hasSize(3);
    }

    @Test
    void anOrderKeepsUnknownCoverageApart() {
        assertThat(names(shown(ASKED, ASKED, Optional.of(new Order(Column.SHORT_NAME, false)))))
                .containsExactly("b", "C", "a");
        assertThat(names(shown(ASKED, ASKED, Optional.of(new Order(Column.SHORT_NAME, true)))))
                .containsExactly("C", "b", "a");
    }

    @Test
    void narrowingNeedsNoQuestionWhereAllThatIsWantedIsThere() {
        Criteria radio = ASKED.with(Facet.WAVEBAND, Set.of("radio"));
        assertThat(radio.within(ASKED, true)).isTrue();
        assertThat(radio.within(ASKED, false)).as("there are more").isFalse();
        assertThat(ASKED.within(radio, true)).as("widening").isFalse();
        assertThat(radio.with(Facet.TYPE, Set.of("TAP")).within(radio, true)).isTrue();
        assertThat(ASKED.with(Facet.MODEL, Set.of("ObsCore")).within(ASKED, true))
                .as("models are stated in more than one place")
                .isFalse();
        assertThat(radio.withKeywords("y").within(ASKED, true)).isFalse();
    }

    @Test
    void onlyWhatARegistryUnderstandsIsAsked() {
        assertThat(Criteria.NOTHING.blank()).isTrue();
        assertThat(Criteria.NOTHING.with(Facet.PUBLISHER, Set.of("One")).blank())
                .isTrue();
        assertThat(Criteria.NOTHING.with(Facet.WAVEBAND, Set.of("radio", "uv")).blank())
                .isTrue();
        assertThat(Criteria.NOTHING.with(Facet.WAVEBAND, Set.of("radio")).constraints())
                .hasSize(1);
        assertThat(Criteria.NOTHING.withPosition("1 2").blank()).isFalse();
    }
}

package org.volans.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BundleListTest {

    private static final BundleList LIST = new BundleList(List.of(
            "#encoding=UTF-8",
            "#version=1",
            "org.volans.api,0.1.0,plugins/org.volans.api_0.1.0.jar,4,false",
            "trial.thing,1.0.0,plugins/trial.thing_1.0.0.jar,4,false"));

    @Test
    void namesAreThoseOfBundles() {
        assertThat(LIST.names()).containsExactlyInAnyOrder("org.volans.api", "trial.thing");
    }

    @Test
    void onlyKeepsTheHead() {
        assertThat(LIST.only(Set.of("org.volans.api")).lines())
                .containsExactlyElementsOf(LIST.lines().subList(0, 3));
    }

    @Test
    void fingerprintIsOfTheBundlesInAnyOrder() {
        BundleList turned = new BundleList(LIST.lines().reversed());
        assertThat(turned.fingerprint()).isEqualTo(LIST.fingerprint());
        assertThat(LIST.only(Set.of("org.volans.api")).fingerprint()).isNotEqualTo(LIST.fingerprint());
    }
}

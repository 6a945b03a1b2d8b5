package org.volans.api.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.volans.api.registry.RegistryRecord;

class DiscoveryRequestTest {

    private static RegistryRecord record(String name, String url, boolean auxiliary) {
        return new RegistryRecord(
                "ivo://x/" + name,
                name,
                name,
                "",
                "vs:catalogservice",
                List.of(),
                List.of(),
                "",
                "",
                "",
                "",
                List.of(new RegistryRecord.Interface("ivo://ivoa.net/std/tap", URI.create(url), auxiliary, List.of())));
    }

    @Test
    void oneServiceIsAskedOnceHoweverItsUrlEndsAndIsCalledByItsOwnRecord() {
        assertThat(DiscoveryRequest.Service.of(List.of(
                        record("collection", "http://a.example/tap/", true),
                        record("own", "http://a.example/tap", false),
                        record("third", "http://a.example/tap?", false),
                        record("other", "http://a.example/tap2", false))))
                .extracting(DiscoveryRequest.Service::name)
                .containsExactly("own", "other");
    }
}

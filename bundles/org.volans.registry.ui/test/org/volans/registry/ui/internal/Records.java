package org.volans.registry.ui.internal;

import java.net.URI;
import java.util.List;
import org.volans.api.registry.RegistryRecord;

/** Records for tests. */
final class Records {

    private Records() {}

    static RegistryRecord tap(String name, List<String> wavebands, String publisher) {
        return record(
                name,
                wavebands,
                publisher,
                new RegistryRecord.Interface(
                        "ivo://ivoa.net/std/tap",
                        URI.create("http://" + name + ".example/tap"),
                        false,
                        List.of("ivo://ivoa.net/std/obscore#core-1.1")));
    }

    static RegistryRecord cone(String name, List<String> wavebands, String publisher) {
        return record(
                name,
                wavebands,
                publisher,
                new RegistryRecord.Interface(
                        "ivo://ivoa.net/std/conesearch",
                        URI.create("http://" + name + ".example/scs?"),
                        false,
                        List.of()));
    }

    private static RegistryRecord record(
            String name, List<String> wavebands, String publisher, RegistryRecord.Interface door) {
        return new RegistryRecord(
                "ivo://x/" + name,
                name,
                "Title of " + name,
                "",
                "vs:catalogservice",
                wavebands,
                List.of(),
                publisher,
                "Doe, J.; Roe, R.",
                "http://x.example/" + name,
                "2024-05-06T07:08:09",
                List.of(door));
    }
}

package org.volans.datalink.internal;

import static org.volans.datalink.internal.Descriptors.param;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.ProtocolException;
import org.volans.api.VoException;
import org.volans.api.datalink.SodaOutcome;
import org.volans.api.datalink.SodaRequest;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;
import org.volans.datalink.internal.FakeService.Reply;
import org.volans.sdk.testing.StilTables;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;

/** A cutout service on the loopback and a folder for what it sends. */
abstract class SodaFixture {

    static final String SYNC = "ivo://ivoa.net/std/SODA#sync-1.0";
    static final Circle CIRCLE = new Circle(new Position(240.484, 46.768), 0.00001);
    static final Polygon TRIANGLE =
            new Polygon(List.of(new Position(10, 0), new Position(11, 0), new Position(10.5, 1)));
    static final Reply FITS = Reply.of(200, "image/fits", String.format("%-2880s", "SIMPLE  =                    T"));

    @TempDir
    Path folder = Path.of("");

    static String inputs(String... names) {
        StringBuilder inputs = new StringBuilder();
        Stream.of(names).forEach(n -> inputs.append(param(n, "")));
        return inputs.toString();
    }

    static SodaRequest request(ServiceDescriptor service, List<Region> regions, List<Interval> bands) {
        return new SodaRequest(service, "", regions, bands, List.of(), List.of(), Duration.ofSeconds(30));
    }

    SodaOutcome cutout(FakeService service, SodaRequest request) throws VoException {
        return new SodaProvider(service, new StilTables())
                .cutout(request, folder.resolve("c.fits"), new NullProgressMonitor());
    }

    /** What the service is asked when its descriptor has these inputs. */
    String asked(String inputs, Region region) throws Exception {
        try (FakeService service = new FakeService(q -> FITS)) {
            cutout(service, SodaRequest.of(descriptor(service, inputs), region));
            return service.requests().get(0);
        }
    }

    static ServiceDescriptor descriptor(FakeService service, String inputs) throws ProtocolException {
        return Descriptors.descriptor(SYNC, service.url("/soda?v=2").toString(), inputs);
    }

    SodaOutcome answered(Reply reply) throws Exception {
        try (FakeService service = new FakeService(q -> reply)) {
            return cutout(service, SodaRequest.of(descriptor(service, inputs("CIRCLE")), CIRCLE));
        }
    }

    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}

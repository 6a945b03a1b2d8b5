package org.volans.api.discovery;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.volans.api.geometry.Position;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.ServiceType;

/**
 * Which data sets cover these positions?
 *
 * @param services     the ObsCore TAP services to ask, all at once
 * @param positions    at least one
 * @param radius       in degrees; 0 asks for data that hold the position itself, more for data that touch the circle
 * @param productType  one of {@link #PRODUCT_TYPES}, or empty for any
 * @param perService   most rows of each service
 * @param timeout      longest that one service may take in all
 */
public record DiscoveryRequest(
        List<Service> services,
        List<Position> positions,
        double radius,
        String productType,
        int perService,
        Duration timeout) {

    /** The values of {@code dataproduct_type} (ObsCore 1.1, section 3.3.1). */
    public static final List<String> PRODUCT_TYPES =
            List.of("image", "cube", "spectrum", "sed", "timeseries", "visibility", "event", "measurements");

    /**
     * A service to ask.
     *
     * @param name  what to call it in reports
     * @param ivoid its identifier, or empty
     * @param url   base URL of its TAP service
     */
    public record Service(String name, String ivoid, URI url) {

        /**
         * The registry search that finds ObsCore services; {@link #of} takes its answer.
         *
         * @param waveband an IVOA messenger term such as {@code radio}, or empty for any
         */
        public static RegistryQuery query(String waveband) {
            List<RegistryConstraint> constraints = new ArrayList<>(
                    List.of(new RegistryConstraint.Type(ServiceType.TAP), new RegistryConstraint.DataModel("obscore")));
            if (!waveband.isBlank()) {
                constraints.add(new RegistryConstraint.Waveband(waveband));
            }
            return new RegistryQuery(constraints, RegistryQuery.DEFAULT_LIMIT);
        }

        /**
         * The TAP services of registry records, each access URL once. Many records may lead to one service: it is called
         * as the record calls it that describes the service itself, not a collection in it.
         */
        public static List<Service> of(List<RegistryRecord> records) {
            Map<String, Service> byUrl = new LinkedHashMap<>();
            for (boolean auxiliary : new boolean[] {false, true}) {
                for (RegistryRecord record : records) {
                    String name = record.shortName().isBlank() ? record.title() : record.shortName();
                    record.access(ServiceType.TAP)
                            .filter(access -> access.auxiliary() == auxiliary)
                            .map(RegistryRecord.Interface::accessUrl)
                            .ifPresent(url -> byUrl.putIfAbsent(base(url), new Service(name, record.ivoid(), url)));
                }
            }
            return List.copyOf(byUrl.values());
        }

        /** Records write one service with and without a slash or a question mark at the end. */
        private static String base(URI url) {
            return url.toString().replaceAll("[/?&]+$", "");
        }
    }

    public DiscoveryRequest {
        services = List.copyOf(services);
        positions = List.copyOf(positions);
        if (positions.isEmpty()) {
            throw new IllegalArgumentException("discovery needs at least one position");
        }
        if (!(radius >= 0 && radius <= 90)) {
            throw new IllegalArgumentException("a search radius is 0 to 90 degrees, not " + radius);
        }
    }
}

package org.volans.api.discovery;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.volans.api.geometry.Position;

/**
 * Which data sets cover these positions?
 *
 * @param services     the ObsCore TAP services to ask, all at once
 * @param positions    at least one
 * @param radius       in degrees; 0 asks for data that hold the position itself, more for data that touch the circle
 * @param productType  ObsCore {@code dataproduct_type} ({@code image}, {@code cube}, {@code spectrum}…), or empty for
 *                     any
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

    /**
     * A service to ask.
     *
     * @param name  what to call it in reports
     * @param ivoid its identifier, or empty
     * @param url   base URL of its TAP service
     */
    public record Service(String name, String ivoid, URI url) {}

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

package org.volans.api.datalink;

import java.time.Duration;
import java.util.List;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Region;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpCall;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;

/**
 * A cutout from one data set (SODA 1.0, section 3). Empty lists leave a parameter out.
 *
 * @param service what the links say of the service; its fixed parameters are sent as they stand
 * @param id      publisher's identifier of the data set, or empty to send what the descriptor holds
 * @param regions at most one for a synchronous service
 * @param bands   wavelengths in metres
 * @param times   MJD
 * @param pols    polarisation states: {@code I}, {@code Q}, …
 * @param more    further parameters of the service's own, by the names in its descriptor
 * @param timeout longest silence of the service, or {@link HttpCall#USUAL_TIMEOUT}
 */
public record SodaRequest(
        ServiceDescriptor service,
        String id,
        List<Region> regions,
        List<Interval> bands,
        List<Interval> times,
        List<String> pols,
        List<Field> more,
        Duration timeout) {

    public SodaRequest {
        regions = List.copyOf(regions);
        bands = List.copyOf(bands);
        times = List.copyOf(times);
        pols = List.copyOf(pols);
        more = List.copyOf(more);
    }

    /** A cutout without parameters of the service's own. */
    public SodaRequest(
            ServiceDescriptor service,
            String id,
            List<Region> regions,
            List<Interval> bands,
            List<Interval> times,
            List<String> pols,
            Duration timeout) {
        this(service, id, regions, bands, times, pols, List.of(), timeout);
    }

    /** A cutout of one region. */
    public static SodaRequest of(ServiceDescriptor service, Region region) {
        return new SodaRequest(service, "", List.of(region), List.of(), List.of(), List.of(), HttpCall.USUAL_TIMEOUT);
    }
}

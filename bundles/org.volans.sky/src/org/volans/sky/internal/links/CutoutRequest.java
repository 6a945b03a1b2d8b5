package org.volans.sky.internal.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Region;
import org.volans.sky.internal.Parameters;

/**
 * What SODA is asked for (SODA 1.0, section 3), one value of each.
 *
 * @param id     publisher's identifier of the data set
 * @param region in ICRS
 * @param band   wavelengths in metres
 * @param time   MJD
 * @param states polarisation states wanted; empty for all
 */
record CutoutRequest(
        String id, Optional<Region> region, Optional<Interval> band, Optional<Interval> time, List<String> states) {

    CutoutRequest {
        states = List.copyOf(states);
    }

    /**
     * Reads the parameters of a request.
     *
     * @throws UsageException when there is no ID, a value cannot be read or there are several
     */
    static CutoutRequest of(Parameters parameters) throws UsageException {
        String id = Values.one(parameters, "ID")
                .orElseThrow(() -> new UsageException("ID is missing: give the identifier of a data set"));
        List<Region> regions = new ArrayList<>();
        for (String circle : Values.one(parameters, "CIRCLE").stream().toList()) {
            regions.add(Values.circle("CIRCLE", circle));
        }
        for (String polygon : Values.one(parameters, "POLYGON").stream().toList()) {
            regions.add(Values.polygon("POLYGON", polygon));
        }
        for (String pos : Values.one(parameters, "POS").stream().toList()) {
            regions.add(Values.pos("POS", pos));
        }
        if (regions.size() > 1) {
            throw UsageException.multiple("CIRCLE, POLYGON and POS say the same thing; give one of them");
        }
        // several states are one request for all of them (SODA 1.0, section 3.3.5)
        List<String> states = parameters.all("POL").stream()
                .map(state -> state.toUpperCase(Locale.ROOT))
                .toList();
        return new CutoutRequest(
                id, regions.stream().findFirst(), interval(parameters, "BAND"), interval(parameters, "TIME"), states);
    }

    private static Optional<Interval> interval(Parameters parameters, String name) throws UsageException {
        Optional<String> text = Values.one(parameters, name);
        return text.isEmpty() ? Optional.empty() : Optional.of(Values.interval(name, text.get()));
    }
}

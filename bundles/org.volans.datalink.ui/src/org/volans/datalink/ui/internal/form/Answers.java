package org.volans.datalink.ui.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.volans.api.datalink.ServiceInput;
import org.volans.api.datalink.SodaRequest;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Region;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpCall;
import org.volans.api.spectral.SpectralUnits;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;

/** What the user filled into a form. */
final class Answers {

    private final List<Region> regions = new ArrayList<>();
    private final List<Interval> bands = new ArrayList<>();
    private final List<Interval> times = new ArrayList<>();
    private final List<String> pols = new ArrayList<>();
    private final List<Field> more = new ArrayList<>();

    void region(Region region) {
        regions.add(region);
    }

    /** @param metres wavelengths in metres */
    void band(Interval metres) {
        bands.add(metres);
    }

    /** @param mjd modified Julian dates */
    void time(Interval mjd) {
        times.add(mjd);
    }

    void pol(String state) {
        pols.add(state);
    }

    void other(String name, String value) {
        more.add(new Field(name, value));
    }

    Optional<Region> region() {
        return regions.stream().findFirst();
    }

    /** Wavelengths in metres. */
    Optional<Interval> band() {
        return bands.stream().findFirst();
    }

    /** As a request to a cutout service. */
    SodaRequest soda(ServiceDescriptor service, String id) {
        return new SodaRequest(service, id, regions, bands, times, pols, more, HttpCall.USUAL_TIMEOUT);
    }

    /** As parameters of a service that is no cutout service, in the names of its descriptor. */
    List<Field> fields(List<ServiceInput> inputs) {
        Stream<Field> shapes = regions.stream().map(region -> shape(region, inputs));
        Stream<Field> spectral = bands.stream()
                .map(band -> new Field(
                        name("BAND", inputs),
                        SpectralUnits.fromMetres(band, unit("BAND", inputs))
                                .orElse(band)
                                .sodaValue()));
        Stream<Field> temporal = times.stream().map(time -> new Field(name("TIME", inputs), time.sodaValue()));
        Stream<Field> polar = pols.stream().map(pol -> new Field(name("POL", inputs), pol));
        return Stream.of(shapes, spectral, temporal, polar, more.stream())
                .flatMap(s -> s)
                .toList();
    }

    private static Field shape(Region region, List<ServiceInput> inputs) {
        String own = region.sodaParameter();
        return named(own, inputs).isPresent()
                ? new Field(name(own, inputs), region.sodaValue())
                : new Field(name("POS", inputs), region.posValue());
    }

    private static Optional<ServiceInput> named(String name, List<ServiceInput> inputs) {
        return inputs.stream().filter(i -> i.name().equalsIgnoreCase(name)).findFirst();
    }

    private static String name(String name, List<ServiceInput> inputs) {
        return named(name, inputs).map(ServiceInput::name).orElse(name);
    }

    private static String unit(String name, List<ServiceInput> inputs) {
        return named(name, inputs).map(ServiceInput::unit).orElse("");
    }
}

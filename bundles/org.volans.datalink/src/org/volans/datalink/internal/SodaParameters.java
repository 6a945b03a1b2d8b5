package org.volans.datalink.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.volans.api.InputException;
import org.volans.api.datalink.ServiceInput;
import org.volans.api.datalink.SodaRequest;
import org.volans.api.geometry.Interval;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.spectral.SpectralUnits;
import uk.ac.starlink.votable.datalink.ServiceParam;

/** The parameters of one cutout: those that the descriptor fixes and those that the request asks for. */
final class SodaParameters {

    private static final Set<String> SHAPES = Set.of("CIRCLE", "POLYGON", "POS", "RA", "DEC");

    /** What a service takes that describes no input at all (SODA 1.0, section 3.3). */
    private static final Set<String> STANDARD = Set.of("ID", "CIRCLE", "POLYGON", "POS", "BAND", "TIME", "POL");

    private final SodaRequest request;
    private final Map<String, ServiceParam> params = new LinkedHashMap<>();
    private final Set<String> offered;
    private final List<Field> fields = new ArrayList<>();

    SodaParameters(SodaRequest request) {
        this.request = request;
        for (ServiceParam param : request.service().getInputParams()) {
            Cells.given(param.getName()).ifPresent(name -> params.putIfAbsent(upper(name), param));
        }
        offered = params.keySet().stream().anyMatch(n -> !n.equals("ID")) ? params.keySet() : STANDARD;
    }

    /** @throws InputException when the service does not take what is asked; lists what it takes */
    List<Field> fields() throws InputException {
        if (request.regions().size() > 1) {
            throw new InputException("a synchronous cutout is of one region, not of "
                    + request.regions().size() + " (SODA 1.0, section 3.3)");
        }
        identifier();
        fixed();
        regions();
        intervals("BAND", request.bands());
        intervals("TIME", request.times());
        for (String pol : request.pols()) {
            need("POL", List.of(pol));
            fields.add(new Field(name("POL"), pol));
        }
        for (Field field : request.more()) {
            need(upper(field.name()), List.of(field));
            fields.add(new Field(name(upper(field.name())), field.value()));
        }
        return fields;
    }

    /**
     * What the descriptor says against the request: a band or a time that the data set does not have. Asked for it all the
     * same, some services send the nearest plane instead of nothing.
     */
    Optional<String> outside() throws InputException {
        Optional<String> band = outside("BAND", request.bands());
        return band.isPresent() ? band : outside("TIME", request.times());
    }

    private Optional<String> outside(String upper, List<Interval> intervals) throws InputException {
        ServiceParam param = params.get(upper);
        if (param == null || intervals.isEmpty()) {
            return Optional.empty();
        }
        Optional<Interval> declared = ServiceInput.of(param)
                .limits()
                .filter(limits -> Double.isFinite(limits.low()) && Double.isFinite(limits.high()));
        for (Interval interval : intervals) {
            if (declared.isEmpty() || declared.get().intersects(sent(upper, interval))) {
                return Optional.empty();
            }
        }
        String unit = Cells.given(param.getUnit()).map(u -> " " + u).orElse("");
        return declared.map(d -> "the data set's " + upper + " runs from " + d.low() + " to " + d.high() + unit
                + " (service descriptor), which does not overlap with what was asked");
    }

    private void identifier() throws InputException {
        ServiceParam param = params.get("ID");
        String fixed = param == null ? "" : Cells.given(param.getValue()).orElse("");
        String id = request.id().isBlank() ? fixed : request.id().strip();
        if (!id.isEmpty()) {
            fields.add(new Field(name("ID"), id));
        } else if (param != null) {
            throw new InputException("the cutout service wants the identifier of the data set (ID), and its"
                    + " descriptor holds none: " + request.service().getAccessUrl());
        }
    }

    private void fixed() {
        params.forEach((upper, param) -> {
            if (!upper.equals("ID") && !asked(upper)) {
                Cells.given(param.getValue()).ifPresent(v -> fields.add(new Field(name(upper), v)));
            }
        });
    }

    /** Whether the request says what this parameter shall be. */
    private boolean asked(String upper) {
        return SHAPES.contains(upper) && !request.regions().isEmpty()
                || upper.equals("BAND") && !request.bands().isEmpty()
                || upper.equals("TIME") && !request.times().isEmpty()
                || upper.equals("POL") && !request.pols().isEmpty()
                || request.more().stream().anyMatch(f -> f.name().equalsIgnoreCase(upper));
    }

    private void regions() throws InputException {
        for (var region : request.regions()) {
            List<Field> shape = Shapes.fields(region, offered).orElseThrow(() -> refused("a region"));
            shape.forEach(f -> fields.add(new Field(name(f.name()), f.value())));
        }
    }

    private void intervals(String upper, List<Interval> intervals) throws InputException {
        need(upper, intervals);
        for (Interval interval : intervals) {
            fields.add(new Field(name(upper), sent(upper, interval).sodaValue()));
        }
    }

    /** The interval in the descriptor's unit. */
    private Interval sent(String upper, Interval interval) throws InputException {
        ServiceParam param = params.get(upper);
        if (param == null || !upper.equals("BAND")) {
            return interval;
        }
        return SpectralUnits.fromMetres(interval, Cells.given(param.getUnit()).orElse(""))
                .orElseThrow(() -> new InputException("the cutout service wants BAND in '" + param.getUnit()
                        + "', which Volans cannot make of metres"));
    }

    private void need(String upper, Collection<?> asked) throws InputException {
        if (!asked.isEmpty() && !offered.contains(upper)) {
            throw refused(upper);
        }
    }

    private InputException refused(String what) {
        Set<String> taken = new TreeSet<>(offered);
        taken.remove("ID");
        return new InputException("the cutout service cannot select by " + what + "; it takes "
                + (taken.isEmpty() ? "nothing but an identifier" : String.join(", ", taken)) + ": "
                + request.service().getAccessUrl());
    }

    /** The name as the descriptor spells it. */
    private String name(String upper) {
        ServiceParam param = params.get(upper);
        return param == null ? upper : Cells.given(param.getName()).orElse(upper);
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}

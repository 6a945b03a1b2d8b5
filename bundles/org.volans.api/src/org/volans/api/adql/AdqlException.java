package org.volans.api.adql;

import java.util.List;
import java.util.stream.Collectors;
import org.volans.api.InputException;

/** A text is not ADQL that can be run; holds every fault found. */
public final class AdqlException extends InputException {

    private static final long serialVersionUID = 1L;

    private final transient List<AdqlFault> faults;

    /** @param faults at least one */
    public AdqlException(List<AdqlFault> faults) {
        super("ADQL " + faults.stream().map(AdqlFault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** The faults in text order. */
    public List<AdqlFault> faults() {
        return faults;
    }
}

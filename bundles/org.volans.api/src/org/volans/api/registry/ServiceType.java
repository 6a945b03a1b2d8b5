package org.volans.api.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Kinds of VO services, with the identifiers of their standards (without version, without fragment). */
public enum ServiceType {
    /** Table Access Protocol. */
    TAP("ivo://ivoa.net/std/tap"),
    /** Simple Image Access 1. */
    SIA("ivo://ivoa.net/std/sia"),
    /** Simple Image Access 2; its auxiliary capability is {@code sia#query-aux-2.0}. */
    SIA2("ivo://ivoa.net/std/sia#query-"),
    /** Simple Spectral Access. */
    SSA("ivo://ivoa.net/std/ssa"),
    /** Simple Cone Search. */
    SCS("ivo://ivoa.net/std/conesearch"),
    /** Simple Line Access. */
    SLAP("ivo://ivoa.net/std/slap"),
    /** DataLink. */
    DATALINK("ivo://ivoa.net/std/datalink"),
    /** Server-side Operations for Data Access. */
    SODA("ivo://ivoa.net/std/soda");

    private final String standard;

    ServiceType(String standard) {
        this.standard = standard;
    }

    /** The lower-case start of the standard identifiers of this kind. */
    public String standard() {
        return standard;
    }

    /** Whether a capability's standard identifier means this kind, as its main or as an auxiliary capability. */
    public boolean matches(String standardId) {
        String id = standardId.toLowerCase(Locale.ROOT);
        boolean sia2 = id.startsWith(SIA2.standard);
        return this == SIA ? id.startsWith(standard) && !sia2 : id.startsWith(standard);
    }

    /** The kind of a name as users type it: {@code tap}, {@code conesearch}, {@code scs}, … */
    public static Optional<ServiceType> of(String name) {
        String wanted = switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "cone", "conesearch" -> "SCS";
            case "ssap" -> "SSA";
            case "siap" -> "SIA";
            case "siap2" -> "SIA2";
            default -> name.strip().toUpperCase(Locale.ROOT);
        };
        return Arrays.stream(values()).filter(t -> t.name().equals(wanted)).findFirst();
    }

    /** All names, for messages: {@code tap, sia, …}. */
    public static String names() {
        return List.of(values()).stream()
                .map(t -> t.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}

package org.volans.sky.internal;

import java.util.List;

/**
 * What else than TAP a record of the registry offers, served by a {@link SkyServlet}.
 *
 * @param standardId such as {@code ivo://ivoa.net/std/SIA#query-2.0}
 * @param path       below the sky's root and without a leading slash: {@code gavo/sia2/query}
 * @param resultType media type, such as {@code application/x-votable+xml}
 * @param parameters its input parameters
 */
public record SkyCapability(String standardId, String path, String resultType, List<Parameter> parameters) {

    /**
     * An input parameter (VODataService 1.2, InputParam).
     *
     * @param name        such as {@code POS}
     * @param datatype    VOTable datatype with arraysize in brackets: {@code char(*)}
     * @param unit        VOUnits text, or empty
     * @param ucd         its UCD, or empty
     * @param description for people
     * @param required    whether a request must have it
     */
    public record Parameter(
            String name, String datatype, String unit, String ucd, String description, boolean required) {}

    public SkyCapability {
        parameters = List.copyOf(parameters);
    }
}

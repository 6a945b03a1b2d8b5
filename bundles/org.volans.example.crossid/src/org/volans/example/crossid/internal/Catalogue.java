package org.volans.example.crossid.internal;

import java.net.URI;
import org.volans.api.InputException;

/**
 * Where to look, and how far from the position.
 *
 * @param service base URL of a TAP service
 * @param table   its name there, with or without delimiters
 * @param radius  in arcsec
 */
record Catalogue(URI service, String table, double radius) {

    static final String SERVICE = "https://tapvizier.cds.unistra.fr/TAPVizieR/tap";
    static final String TABLE = "V/147/sdss12";
    static final String RADIUS = "3";

    /** Arcsec: further away nothing is a counterpart. */
    static final double LARGEST = 3600;

    /** Of what a person has given. */
    static Catalogue of(URI service, String table, double radius) throws InputException {
        if (!String.valueOf(service.getScheme()).matches("(?i)https?") || service.getHost() == null) {
            throw new InputException("the service is the http or https URL of a TAP service, not '" + service + "'");
        }
        if (!(radius > 0 && radius <= LARGEST)) {
            throw new InputException("the radius is a number of arcsec above 0 and up to 3600, not " + radius);
        }
        return new Catalogue(service, table, radius);
    }

    /** In degrees. */
    double degrees() {
        return radius / 3600;
    }

    /** For people. */
    @Override
    public String toString() {
        return table + " of " + service.getHost();
    }
}

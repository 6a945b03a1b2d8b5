package org.volans.example.crossid.internal;

import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.jdt.annotation.Nullable;
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

    private static final double LARGEST = 3600;

    /** Of what a person has given. */
    static Catalogue of(URI service, String table, double radius) throws InputException {
        if (!String.valueOf(service.getScheme()).matches("(?i)https?") || service.getHost() == null) {
            throw wrong("the service is the http or https URL of a TAP service, not '" + service + "'", null);
        }
        if (!(radius > 0 && radius <= LARGEST)) {
            throw wrong("the radius is a number of arcsec above 0 and up to 3600, not " + radius, null);
        }
        return new Catalogue(service, table, radius);
    }

    /** Of the settings of a rule. */
    static Catalogue parse(String service, String table, String radius) throws InputException {
        try {
            return of(new URI(service.strip()), table, Double.parseDouble(radius.strip()));
        } catch (URISyntaxException e) {
            throw wrong("the service is the http or https URL of a TAP service, not '" + service + "'", e);
        } catch (NumberFormatException e) {
            throw wrong("the radius is a number of arcsec, not '" + radius + "'", e);
        }
    }

    private static InputException wrong(String message, @Nullable Exception cause) {
        return new InputException(message, cause);
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

package org.volans.image.internal.wcs;

import java.util.Locale;
import java.util.OptionalDouble;
import org.jastronomy.jsofa.JSOFA;

/** Which frame CTYPE, RADESYS and EQUINOX speak of (paper II, sections 3.1; FITS 4.0, section 8.3). */
final class FrameReader {

    private FrameReader() {}

    /**
     * @param kind what stands before the projection in CTYPE: {@code RA}, {@code GLON}, …
     */
    static Frame read(Cards cards, String kind) throws WcsProblem {
        return switch (kind) {
            case "RA" -> equatorial(cards);
            case "GLON" -> Frame.galactic();
            case "SLON" -> Frame.supergalactic();
            case "ELON" -> ecliptic(cards);
            default ->
                throw new WcsProblem(
                        "the axis '" + kind
                                + "' is not on the celestial sphere as Volans knows it (RA/DEC, GLON/GLAT, ELON/ELAT, SLON/SLAT)");
        };
    }

    /** EQUINOX, or the older EPOCH; {@code J2000} and {@code B1950} are seen too. */
    private static OptionalDouble equinox(Cards cards) throws WcsProblem {
        for (String key : new String[] {"EQUINOX", "EPOCH"}) {
            String text = cards.text(key).orElse("").toUpperCase(Locale.ROOT);
            if (text.isEmpty()) {
                continue;
            }
            String digits = text.startsWith("J") || text.startsWith("B") ? text.substring(1) : text;
            try {
                double value = Double.parseDouble(digits);
                // EPOCH = 0 is what some programs write for "unknown"
                if (value != 0) {
                    return OptionalDouble.of(value);
                }
            } catch (NumberFormatException e) {
                throw new WcsProblem(key + " is '" + text + "', which is no year");
            }
        }
        return OptionalDouble.empty();
    }

    private static Frame equatorial(Cards cards) throws WcsProblem {
        OptionalDouble equinox = equinox(cards);
        String system = cards.text("RADESYS")
                .or(() -> cards.text("RADECSYS"))
                .orElse(equinox.isEmpty() ? "ICRS" : equinox.getAsDouble() < 1984 ? "FK4" : "FK5")
                .toUpperCase(Locale.ROOT);
        return switch (system) {
            case "ICRS", "ICRF" -> Frame.icrs();
            case "FK5" -> Frame.fk5(equinox.orElse(2000));
            case "FK4" -> fk4(cards, equinox.orElse(1950));
            default -> throw new WcsProblem("RADESYS '" + system + "' is not supported (ICRS, FK5 and FK4 are)");
        };
    }

    private static Frame fk4(Cards cards, double equinox) throws WcsProblem {
        if (equinox != 1950) {
            throw new WcsProblem("FK4 coordinates of equinox " + equinox + " are not supported, only those of B1950");
        }
        OptionalDouble mjd = cards.find("MJD-OBS");
        return Frame.fk4(mjd.isPresent() ? JSOFA.jauEpb(2400000.5, mjd.getAsDouble()) : 1950);
    }

    private static Frame ecliptic(Cards cards) throws WcsProblem {
        String system = cards.text("RADESYS").orElse("ICRS").toUpperCase(Locale.ROOT);
        OptionalDouble equinox = equinox(cards);
        if (system.startsWith("FK4") || equinox.orElse(2000) < 1984) {
            throw new WcsProblem("ecliptic coordinates of FK4 are not supported");
        }
        return Frame.ecliptic(equinox.orElse(2000));
    }
}

package org.volans.image.internal.wcs;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the celestial axes of a header (FITS 4.0, section 8; papers I and II). Lookup-table corrections (CPDIS, D2IMDIS)
 * are left out where the header says that they stay below a pixel.
 */
public final class WcsReader {

    /**
     * What a header gave.
     *
     * @param wcs     the coordinates, or empty
     * @param problem why empty, else an empty text
     */
    public record Result(Optional<CelestialWcs> wcs, String problem) {}

    private static final Pattern CTYPE = Pattern.compile(
            "(RA|DEC|[A-Z]LON|[A-Z]LAT|[A-Z]{2}LN|[A-Z]{2}LT)(?:\\s*-+\\s*([A-Z]{3}))?(?:-([A-Z]{3}))?");

    private final Cards cards;
    private int lon = -1;
    private int lat = -1;
    private String kind = "";
    private String code = "";
    private String suffix = "";

    private WcsReader(Cards cards) {
        this.cards = cards;
    }

    /** Reads the header of an image; never fails, the result says what is wrong. */
    public static Result read(Map<String, String> header) {
        WcsReader reader = new WcsReader(new Cards(header));
        try {
            return new Result(Optional.of(reader.build()), "");
        } catch (WcsProblem e) {
            return new Result(Optional.empty(), e.sentence());
        }
    }

    private CelestialWcs build() throws WcsProblem {
        findAxes();
        checkDistortions();
        LinearAxes linear = LinearAxes.read(cards, lon, lat);
        checkMixture(linear);
        double[] units = {unit(lon), unit(lat)};
        double alpha = cards.number("CRVAL" + (lon + 1), 0) * units[0];
        double delta = cards.number("CRVAL" + (lat + 1), 0) * units[1];
        if (Math.abs(delta) > 90 + 1e-9) {
            throw new WcsProblem("CRVAL" + (lat + 1) + " = " + delta + " is no latitude");
        }
        Optional<Distortion> onPlane = Tpv.read(cards, code, lon, lat);
        PixelPlane plane = new PixelPlane(linear, lon, lat, units, Sip.read(cards), onPlane);
        Frame frame = FrameReader.read(cards, kind);
        double[] size = {length(plane.axisX()), length(plane.axisY())};
        if (code.isEmpty()) {
            return plain(plane, alpha, delta, frame, size);
        }
        Projection projection = Projections.of(code, cards, lat);
        return projected(plane, projection, onPlane.isPresent(), new double[] {alpha, delta}, frame, size);
    }

    private CelestialWcs projected(
            PixelPlane plane, Projection projection, boolean polynomial, double[] crval, Frame frame, double[] size)
            throws WcsProblem {
        // SCAMP's PV cards of the longitude axis are coefficients, not the parameters of paper II
        String pv = polynomial ? "PVx_" : "PV" + (lon + 1) + "_";
        double alpha = Math.toRadians(crval[0]);
        double delta = Math.toRadians(crval[1]);
        double phi0 = Math.toRadians(cards.number(pv + 1, 0));
        double standard = Math.toDegrees(projection.theta0());
        boolean gls = code.equals("GLS");
        double theta0 = Math.toRadians(cards.number(pv + 2, gls ? crval[1] : standard));
        double poleDefault = crval[1] < Math.toDegrees(theta0) ? 180 : 0;
        double lonPole = cards.number("LONPOLE", cards.number(pv + 3, poleDefault + Math.toDegrees(phi0)));
        double latPole = cards.number("LATPOLE", cards.number(pv + 4, 90));
        double[] offset = new double[2];
        if (gls || cards.number(pv + 0, 0) != 0) {
            if (!projection.toPlane(phi0, theta0, offset)) {
                throw new WcsProblem("the reference point of " + pv + "1, " + pv + "2 is off the projection " + code);
            }
        }
        double[][] rotation =
                new NativePole(alpha, delta, phi0, theta0, Math.toRadians(lonPole), Math.toRadians(latPole)).rotation();
        return new CelestialWcs(code, plane, projection, offset, rotation, frame, size);
    }

    /** CTYPE without a projection is linear in the angles (FITS 4.0, section 8.2). */
    private static CelestialWcs plain(PixelPlane plane, double alpha, double delta, Frame frame, double[] size) {
        double[] offset = {0, Math.toRadians(delta)};
        double[][] rotation = Rotation.nativeToCelestial(Math.toRadians(alpha), Math.PI / 2, Math.PI);
        return new CelestialWcs("CAR", plane, Cylindrical.car(), offset, rotation, frame, size);
    }

    private void findAxes() throws WcsProblem {
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < cards.axes(); i++) {
            String type = cards.text("CTYPE" + (i + 1)).orElse("").toUpperCase(Locale.ROOT);
            if (!type.isEmpty()) {
                seen.append(seen.isEmpty() ? "" : ", ").append(type);
            }
            Matcher m = CTYPE.matcher(type);
            if (m.matches()) {
                take(i, m);
            }
        }
        if (seen.isEmpty()) {
            throw new WcsProblem("the header has no CTYPE cards");
        }
        if (lon < 0 || lat < 0) {
            throw new WcsProblem("no pair of celestial axes among the CTYPEs " + seen);
        }
    }

    private void take(int axis, Matcher m) throws WcsProblem {
        String name = String.valueOf(m.group(1));
        String projection = m.group(2) == null ? "" : String.valueOf(m.group(2));
        boolean isLat = name.equals("DEC") || name.endsWith("LAT") || name.endsWith("LT");
        String longitude =
                isLat ? name.equals("DEC") ? "RA" : name.replace("LAT", "LON").replace("LT", "LN") : name;
        if (isLat ? lat >= 0 : lon >= 0) {
            return;
        }
        if (lon < 0 && lat < 0) {
            kind = longitude;
            code = projection;
            suffix = m.group(3) == null ? "" : String.valueOf(m.group(3));
        } else if (!longitude.equals(kind) || !projection.equals(code)) {
            throw new WcsProblem("the celestial axes do not match: CTYPE" + (axis + 1) + " is '" + m.group()
                    + "', the other is of " + kind + " with projection '" + code + "'");
        }
        if (isLat) {
            lat = axis;
        } else {
            lon = axis;
        }
    }

    private void checkDistortions() throws WcsProblem {
        if (!suffix.isEmpty() && !suffix.equals("SIP")) {
            throw new WcsProblem("the distortion '" + suffix + "' of CTYPE is not supported (SIP and TPV are)");
        }
        for (int i = 1; i <= cards.axes(); i++) {
            for (String[] pair : new String[][] {{"CPDIS", "CPERR"}, {"D2IMDIS", "D2IMERR"}, {"CQDIS", "CQERR"}}) {
                Optional<String> kindOf = cards.text(pair[0] + i);
                if (kindOf.isPresent() && !(Math.abs(cards.number(pair[1] + i, 1e9)) < 1)) {
                    throw new WcsProblem("the distortion " + pair[0] + i + " = '" + kindOf.get()
                            + "' is not supported and may move pixels by one or more");
                }
            }
        }
    }

    /** A slit's spectrum, say, whose sky coordinates change with wavelength. */
    private void checkMixture(LinearAxes linear) throws WcsProblem {
        for (int i = 0; i < cards.axes(); i++) {
            boolean other = i != lon && i != lat && length(i) > 1;
            if (other && (linear.element(lon, i) != 0 || linear.element(lat, i) != 0)) {
                throw new WcsProblem(
                        "the celestial axes change along pixel axis " + (i + 1) + " too, which is not supported");
            }
        }
    }

    private double length(int axis) {
        return cards.find("ZNAXIS" + (axis + 1))
                .orElse(cards.find("NAXIS" + (axis + 1)).orElse(1));
    }

    /** Degrees per unit of an axis. */
    private double unit(int axis) throws WcsProblem {
        String unit = cards.text("CUNIT" + (axis + 1)).orElse("deg").toLowerCase(Locale.ROOT);
        return switch (unit) {
            case "deg", "degree", "degrees" -> 1;
            case "arcmin" -> 1 / 60.0;
            case "arcsec" -> 1 / 3600.0;
            case "mas" -> 1 / 3600e3;
            case "rad" -> Math.toDegrees(1);
            default -> throw new WcsProblem("CUNIT" + (axis + 1) + " is '" + unit + "', which is no angle");
        };
    }
}

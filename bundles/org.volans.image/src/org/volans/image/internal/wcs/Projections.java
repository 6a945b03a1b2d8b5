package org.volans.image.internal.wcs;

/** Finds the projection that a header names. */
final class Projections {

    private Projections() {}

    /**
     * @param code the three letters of CTYPE
     * @param lat  0-based latitude axis, whose PV cards hold the parameters
     */
    static Projection of(String code, Cards cards, int lat) throws WcsProblem {
        double one = cards.number("PV" + (lat + 1) + "_1", 0);
        double two = cards.number("PV" + (lat + 1) + "_2", 0);
        return switch (code) {
            case "TAN", "TPV" -> Zenithal.tan();
            case "SIN" -> new Slant(one, two);
            case "NCP" -> ncp(cards, lat);
            case "ARC" -> Zenithal.arc();
            case "STG" -> Zenithal.stg();
            case "ZEA" -> Zenithal.zea();
            case "ZPN" -> zpn(cards, lat);
            case "CAR" -> Cylindrical.car();
            case "MER" -> Cylindrical.mer();
            case "CEA" -> Cylindrical.cea(positive(code, cards, lat, 1));
            case "CYP" -> Cylindrical.cyp(cards.number("PV" + (lat + 1) + "_1", 1), positive(code, cards, lat, 2));
            case "SFL", "GLS" -> PseudoCylindrical.SFL;
            case "PAR" -> PseudoCylindrical.PAR;
            case "MOL" -> PseudoCylindrical.MOL;
            case "AIT" -> PseudoCylindrical.AIT;
            case "HPX" -> healpix(cards, lat);
            case "COP", "COE", "COD", "COO" -> conic(code, cards, lat, Math.toRadians(one), Math.toRadians(two));
            default -> throw new WcsProblem("the projection '" + code + "' of CTYPE" + (lat + 1) + " is not supported");
        };
    }

    /** NCP is SIN slanted to the celestial pole (paper II, section 6.1.2). */
    private static Projection ncp(Cards cards, int lat) throws WcsProblem {
        double dec = Math.toRadians(cards.number("CRVAL" + (lat + 1), 0));
        if (dec == 0) {
            throw new WcsProblem("the projection NCP does not exist at declination 0");
        }
        return new Slant(0, 1 / Math.tan(dec));
    }

    private static Projection zpn(Cards cards, int lat) throws WcsProblem {
        double[] coefficients = new double[31];
        for (int m = 0; m < coefficients.length; m++) {
            coefficients[m] = cards.number("PV" + (lat + 1) + "_" + m, 0);
        }
        return ZenithalPolynomial.of(coefficients)
                .orElseThrow(() -> new WcsProblem("the polynomial PV" + (lat + 1) + "_m of ZPN does not grow"));
    }

    private static double positive(String code, Cards cards, int lat, int m) throws WcsProblem {
        String key = "PV" + (lat + 1) + "_" + m;
        double value = cards.number(key, 1);
        if (!(value > 0)) {
            throw new WcsProblem(key + " of " + code + " is " + value + ", which must be more than 0");
        }
        return value;
    }

    private static Projection healpix(Cards cards, int lat) throws WcsProblem {
        double h = cards.number("PV" + (lat + 1) + "_1", 4);
        double k = cards.number("PV" + (lat + 1) + "_2", 3);
        if (!(h >= 1 && k >= 1 && h == Math.rint(h) && k == Math.rint(k))) {
            throw new WcsProblem("HPX needs whole numbers in PV" + (lat + 1) + "_1 and _2, not " + h + " and " + k);
        }
        return new Healpix(h, k);
    }

    private static Projection conic(String code, Cards cards, int lat, double a, double eta) throws WcsProblem {
        if (!cards.has("PV" + (lat + 1) + "_1") || a == 0 || Math.abs(a) > Math.PI / 2) {
            throw new WcsProblem(code + " needs its middle latitude in PV" + (lat + 1) + "_1, not 0");
        }
        return switch (code) {
            case "COP" -> Conic.cop(a, eta);
            case "COE" -> Conic.coe(a, eta);
            case "COD" -> Conic.cod(a, eta);
            default -> Conic.coo(a, eta);
        };
    }
}

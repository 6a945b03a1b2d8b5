package org.volans.image.internal.wcs;

/**
 * HPX, the HEALPix grid on the plane (Calabretta and Roukema 2007, MNRAS 381, 865; FITS 4.0 table 23).
 *
 * @param h facets round the equator, {@code PVi_1} of the latitude axis, usually 4
 * @param k facets from pole to pole, {@code PVi_2} of the latitude axis, usually 3
 */
record Healpix(double h, double k) implements Projection {

    @Override
    public double theta0() {
        return 0;
    }

    /** Longitude of the middle of the polar facet that holds x. */
    private double middle(double x, boolean north) {
        double omega = Math.round(k) % 2 != 0 || north ? 1 : 0;
        double cell = Math.floor((x + Math.PI) * h / (2 * Math.PI) + (1 - omega) / 2);
        double last = h - (omega == 1 ? 1 : 0);
        return -Math.PI + (2 * Math.max(0, Math.min(last, cell)) + omega) * Math.PI / h;
    }

    @Override
    public boolean toNative(double x, double y, double[] out) {
        if (!(Math.abs(x) <= Math.PI * (1 + 1e-12))) {
            return false;
        }
        if (Math.abs(y) <= Math.PI / 2 * (k - 1) / h) {
            out[0] = x;
            out[1] = Math.asin(y * h / (Math.PI / 2 * k));
            return true;
        }
        double sigma = (k + 1) / 2 - Math.abs(y) * h / Math.PI;
        double center = middle(x, y > 0);
        if (sigma < -1e-13 || Math.abs(x - center) > Math.max(0, sigma) * Math.PI / h + 1e-12) {
            return false;
        }
        sigma = Math.max(0, sigma);
        out[0] = sigma == 0 ? 0 : center + (x - center) / sigma;
        out[1] = Math.copySign(Math.PI / 2 - 2 * Math.asin(sigma / Math.sqrt(2 * k)), y);
        return true;
    }

    @Override
    public boolean toPlane(double phi, double theta, double[] out) {
        double sine = Math.sin(theta);
        if (Math.abs(sine) <= (k - 1) / k) {
            out[0] = phi;
            out[1] = Math.PI / 2 * k / h * sine;
            return true;
        }
        // sqrt(K (1 - |sin theta|)) in the form that keeps its digits at the pole
        double sigma = Math.sqrt(2 * k) * Math.sin((Math.PI / 2 - Math.abs(theta)) / 2);
        double center = middle(phi, theta > 0);
        out[0] = center + (phi - center) * sigma;
        out[1] = Math.copySign(Math.PI / h * ((k + 1) / 2 - sigma), theta);
        return true;
    }
}

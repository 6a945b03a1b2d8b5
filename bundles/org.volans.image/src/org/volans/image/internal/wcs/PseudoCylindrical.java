package org.volans.image.internal.wcs;

/** Whole-sky projections with curved meridians and the reference point on the equator (paper II, section 5.3). */
enum PseudoCylindrical implements Projection {
    /** Sanson-Flamsteed; GLS with an offset reference point. */
    SFL {
        @Override
        public boolean toNative(double x, double y, double[] out) {
            return set(out, x == 0 ? 0 : x / Math.cos(y), y);
        }

        @Override
        public boolean toPlane(double phi, double theta, double[] out) {
            out[0] = phi * Math.cos(theta);
            out[1] = theta;
            return true;
        }
    },
    /** Parabolic. */
    PAR {
        @Override
        public boolean toNative(double x, double y, double[] out) {
            double s = y / Math.PI;
            double t = 1 - 4 * s * s;
            return set(out, x == 0 ? 0 : x / t, 3 * Math.asin(s));
        }

        @Override
        public boolean toPlane(double phi, double theta, double[] out) {
            double s = Math.sin(theta / 3);
            out[0] = phi * (1 - 4 * s * s);
            out[1] = Math.PI * s;
            return true;
        }
    },
    /** Mollweide. */
    MOL {
        @Override
        public boolean toNative(double x, double y, double[] out) {
            double s = y / Math.sqrt(2);
            double gamma = Math.abs(s) > 1 && Math.abs(s) < 1 + 1e-13 ? Math.copySign(Math.PI / 2, s) : Math.asin(s);
            double z = (2 * gamma + Math.sin(2 * gamma)) / Math.PI;
            double cos = Math.cos(gamma);
            double phi = cos < 1e-12 ? 0 : Math.PI * x / (2 * Math.sqrt(2) * cos);
            return set(out, phi, Math.asin(Math.max(-1, Math.min(1, z))));
        }

        @Override
        public boolean toPlane(double phi, double theta, double[] out) {
            double gamma = auxiliary(theta);
            out[0] = 2 * Math.sqrt(2) / Math.PI * phi * Math.cos(gamma);
            out[1] = Math.sqrt(2) * Math.sin(gamma);
            return true;
        }

        /** Solves 2 gamma + sin 2 gamma = pi sin theta by bisection and Newton's steps. */
        private double auxiliary(double theta) {
            double want = Math.PI * Math.sin(theta);
            double low = -Math.PI / 2;
            double high = Math.PI / 2;
            double gamma = theta;
            for (int i = 0; i < 100; i++) {
                double f = 2 * gamma + Math.sin(2 * gamma) - want;
                if (f > 0) {
                    high = gamma;
                } else {
                    low = gamma;
                }
                double slope = 2 + 2 * Math.cos(2 * gamma);
                double next = gamma - f / slope;
                if (!(next > low && next < high)) {
                    next = (low + high) / 2;
                }
                if (Math.abs(next - gamma) < 1e-16) {
                    break;
                }
                gamma = next;
            }
            return gamma;
        }
    },
    /** Hammer-Aitoff. */
    AIT {
        @Override
        public boolean toNative(double x, double y, double[] out) {
            double square = 1 - x * x / 16 - y * y / 4;
            if (square < 0.5 - 1e-13) {
                return false;
            }
            double z = Math.sqrt(square);
            double u = 2 * square - 1;
            double v = z * x / 2;
            return set(out, u == 0 && v == 0 ? 0 : 2 * Math.atan2(v, u), Math.atan2(y * z, Math.hypot(u, v)));
        }

        @Override
        public boolean toPlane(double phi, double theta, double[] out) {
            double gamma = Math.sqrt(2 / (1 + Math.cos(theta) * Math.cos(phi / 2)));
            out[0] = 2 * gamma * Math.cos(theta) * Math.sin(phi / 2);
            out[1] = gamma * Math.sin(theta);
            return true;
        }
    };

    @Override
    public double theta0() {
        return 0;
    }

    private static boolean set(double[] out, double phi, double theta) {
        if (!(Math.abs(theta) <= Math.PI / 2 + 1e-14) || !(Math.abs(phi) <= Math.PI * (1 + 1e-12))) {
            return false;
        }
        out[0] = phi;
        out[1] = theta;
        return true;
    }
}

package org.volans.image.internal.wcs;

import java.util.Optional;

/** The spectral quantities of FITS WCS paper III (Greisen et al. 2006, A&amp;A 446, 747, table 1) as wavelengths in vacuum. */
public enum SpectralKind {
    FREQ(false) {
        @Override
        double wavelength(double s, double rest) {
            return C / s;
        }
    },
    WAVE(false) {
        @Override
        double wavelength(double s, double rest) {
            return s;
        }
    },
    AWAV(false) {
        @Override
        double wavelength(double s, double rest) {
            return s * index(s);
        }
    },
    ENER(false) {
        @Override
        double wavelength(double s, double rest) {
            return H * C / s;
        }
    },
    WAVN(false) {
        @Override
        double wavelength(double s, double rest) {
            return 1 / s;
        }
    },
    VRAD(true) {
        @Override
        double wavelength(double s, double rest) {
            return rest / (1 - s / C);
        }
    },
    VOPT(true) {
        @Override
        double wavelength(double s, double rest) {
            return rest * (1 + s / C);
        }
    },
    ZOPT(true) {
        @Override
        double wavelength(double s, double rest) {
            return rest * (1 + s);
        }
    },
    VELO(true) {
        @Override
        double wavelength(double s, double rest) {
            return rest * Math.sqrt((C + s) / (C - s));
        }
    },
    BETA(true) {
        @Override
        double wavelength(double s, double rest) {
            return rest * Math.sqrt((1 + s) / (1 - s));
        }
    };

    /** Speed of light in m/s (SI). */
    public static final double C = 299792458;

    /** Planck's constant in J s (SI). */
    static final double H = 6.62607015e-34;

    private final boolean needsRest;

    SpectralKind(boolean needsRest) {
        this.needsRest = needsRest;
    }

    /**
     * @param s    the quantity in SI units
     * @param rest rest wavelength in metres, NaN when unknown
     * @return metres in vacuum
     */
    abstract double wavelength(double s, double rest);

    /** How large a change of the quantity is large. */
    double scale(double value) {
        return switch (this) {
            case VRAD, VOPT, VELO -> C;
            case ZOPT, BETA -> 1;
            default -> Math.abs(value);
        };
    }

    boolean needsRest() {
        return needsRest;
    }

    /** Refractive index of dry air (paper III, equation 65), good enough with the air wavelength itself: 1e-9. */
    private static double index(double wavelength) {
        double k = 1e-6 / wavelength;
        double k2 = k * k;
        return 1 + 1e-6 * (287.6155 + 1.62887 * k2 + 0.01360 * k2 * k2);
    }

    static Optional<SpectralKind> of(String name) {
        for (SpectralKind kind : values()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}

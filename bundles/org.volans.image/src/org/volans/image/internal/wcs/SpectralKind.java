package org.volans.image.internal.wcs;

import java.util.Optional;
import org.volans.api.spectral.Light;

/** The spectral quantities of FITS WCS paper III (Greisen et al. 2006, A&amp;A 446, 747, table 1) as wavelengths in vacuum. */
public enum SpectralKind {
    FREQ(false) {
        @Override
        double wavelength(double s, double rest) {
            return Light.SPEED / s;
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
            return Light.PLANCK * Light.SPEED / s;
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
            return rest / (1 - s / Light.SPEED);
        }
    },
    VOPT(true) {
        @Override
        double wavelength(double s, double rest) {
            return rest * (1 + s / Light.SPEED);
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
            return rest * Math.sqrt((Light.SPEED + s) / (Light.SPEED - s));
        }
    },
    BETA(true) {
        @Override
        double wavelength(double s, double rest) {
            return rest * Math.sqrt((1 + s) / (1 - s));
        }
    };

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
            case VRAD, VOPT, VELO -> Light.SPEED;
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

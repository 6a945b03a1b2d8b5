package org.volans.sky.internal.data;

/**
 * Random numbers that are the same with every Java release and on every machine (SplitMix64; Steele, Lea and Flood
 * 2014), so that a test may count on a row. Not safe for concurrent use.
 */
final class SeededRandom {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    SeededRandom(long seed) {
        state = mix(seed + GOLDEN);
    }

    /** 64 random bits. */
    long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /** 0 &le; x &lt; 1. */
    double uniform() {
        return (bits() >>> 11) * UNIT;
    }

    double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** 0 &le; n &lt; bound. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Normal deviate of mean 0 and standard deviation 1 (Box and Muller). */
    double normal() {
        return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    }

    private static long mix(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

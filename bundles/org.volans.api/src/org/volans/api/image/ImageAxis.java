package org.volans.api.image;

import org.osgi.annotation.versioning.ProviderType;

/** An axis of an image as people speak of it. Immutable. */
@ProviderType
public interface ImageAxis {

    /** 0-based number. */
    int number();

    /** {@code Frequency}, {@code Polarisation}, {@code Right ascension}…, or {@code Axis 3}. */
    String name();

    /** Pixels. */
    long length();

    /**
     * The coordinate at a 1-based pixel with its unit, such as {@code 144.3 MHz}, {@code I}; empty where the header says
     * nothing.
     */
    String value(long pixel);
}

package org.volans.api.image;

/** What becomes of the pixels when several make one. */
public enum Sampling {
    /** The one in the middle is taken: few rows are read, and the values are those of single pixels. */
    NEAREST,
    /** They are averaged, of many rows some; NaN has no share. */
    MEAN
}

package org.volans.image.internal.wcs;

/** Why an image's world coordinates cannot be used, as a sentence for the user. */
final class WcsProblem extends Exception {

    private static final long serialVersionUID = 1L;

    WcsProblem(String sentence) {
        super(sentence);
    }

    /** The sentence. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}

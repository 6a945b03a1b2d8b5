package org.volans.api.adql;

/**
 * A table that a text names in FROM.
 *
 * @param written as it stands there: {@code "V/147/sdss12"}, {@code TAP_UPLOAD.mine}
 * @param offset  of its first character, in UTF-16 units from 0
 * @param length  in UTF-16 units
 * @param upload  its name in {@code TAP_UPLOAD} without delimiters; empty when it is no upload
 */
public record TableUse(String written, int offset, int length, String upload) {}

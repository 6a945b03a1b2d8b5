package org.volans.sky.internal;

/**
 * A query that a centre gives as an example (DALI 1.1, section 2.3).
 *
 * @param id          unique within the centre; letters, digits and {@code -}
 * @param name        a line
 * @param description for people
 * @param adql        the query
 */
public record SkyExample(String id, String name, String description, String adql) {}

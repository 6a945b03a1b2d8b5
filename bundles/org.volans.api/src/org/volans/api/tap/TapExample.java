package org.volans.api.tap;

/**
 * A query that a service shows its users (DALI 1.1, section 2.3; TAP 1.1, section 2.4.1).
 *
 * @param id          its anchor
 * @param name        a title
 * @param description plain text, or empty
 * @param query       the ADQL
 */
public record TapExample(String id, String name, String description, String query) {}

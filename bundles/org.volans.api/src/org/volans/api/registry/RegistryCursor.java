package org.volans.api.registry;

/**
 * A place between two records in the order of a search.
 *
 * @param relevance of the record before it, as {@link RegistryService#page} counts it; 0 without keywords
 * @param ivoid     identifier of the record before it
 */
public record RegistryCursor(int relevance, String ivoid) {}

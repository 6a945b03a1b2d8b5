package org.volans.ui.services;

import java.net.URI;

/**
 * A TAP service that the user works with.
 *
 * @param name  what people call it: a short name or title
 * @param ivoid IVOA identifier, or empty
 * @param url   base URL
 */
public record ServiceEntry(String name, String ivoid, URI url) {}

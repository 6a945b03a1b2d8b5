package org.volans.handlers.ui.internal.host;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Words that a handler gave.
 *
 * @param time    when
 * @param handler its id
 * @param text    the words
 * @param warning whether they say what is missing
 * @param page    what to open for more
 */
public record Note(Instant time, String handler, String text, boolean warning, Optional<URI> page) {}

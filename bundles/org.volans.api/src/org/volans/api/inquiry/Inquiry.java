package org.volans.api.inquiry;

import java.net.URI;
import java.time.Duration;

/**
 * Whom to ask and how long.
 *
 * @param registry RegTAP service by which others are found
 * @param timeout  longest that one service may take
 * @param journal  is told of every question
 */
public record Inquiry(URI registry, Duration timeout, Journal journal) {}

package org.volans.sky.internal;

import jakarta.servlet.Servlet;

/**
 * A servlet of the sky beside TAP: Datalink, SODA, SIA2, SCS, files.
 *
 * @param pattern a servlet mapping below the root, with a leading slash: {@code /gavo/soda/sync}, {@code /files/*}
 * @param servlet safe for concurrent use; it takes POST and GET alike where its standard says so
 */
public record SkyServlet(String pattern, Servlet servlet) {}

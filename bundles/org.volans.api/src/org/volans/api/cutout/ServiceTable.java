package org.volans.api.cutout;

import java.net.URI;
import org.volans.api.table.TableMeta;

/**
 * A table and where it is.
 *
 * @param name    of the service, for people
 * @param service base URL of its TAP service
 * @param table   with columns, as the service describes it
 */
public record ServiceTable(String name, URI service, TableMeta table) {}

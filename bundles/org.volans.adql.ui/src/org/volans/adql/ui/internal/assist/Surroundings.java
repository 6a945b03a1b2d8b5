package org.volans.adql.ui.internal.assist;

import org.volans.adql.ui.internal.meta.Known;
import org.volans.api.adql.AdqlContext;

/** What the help while writing knows of the query's service and uploads. */
public interface Surroundings {

    /** What is known of the service now; fetches what is missing, without waiting for it. */
    Known known();

    /** The same tables with the uploads. Safe from any thread. */
    AdqlContext context();

    /** For people; empty when no service is chosen. */
    String service();
}

package org.volans.api.samp;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard: decides whether a program in a web page may join our hub (SAMP 1.3, section 5.5). Without one none may; of
 * several all must agree.
 */
@ConsumerType
public interface WebPermission {

    /**
     * Asks the user, if need be; may take as long as that takes.
     *
     * @param name   what the program calls itself
     * @param origin where the page is from, as the browser says; empty when it does not
     */
    boolean mayJoin(String name, String origin);
}

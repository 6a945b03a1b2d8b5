package org.volans.api.sky;

import java.net.URI;
import org.osgi.annotation.versioning.ProviderType;

/** A sky that is up; closing it stops its servers. */
@ProviderType
public interface RunningSky extends AutoCloseable {

    /** The root, such as {@code http://127.0.0.1:41234/}. */
    URI base();

    /** The access URL of its RegTAP service. */
    URI registry();

    @Override
    void close();
}

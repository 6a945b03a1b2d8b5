package org.volans.api.adql;

import org.osgi.annotation.versioning.ProviderType;

/** Makes databases that speak ADQL. Safe for concurrent use. */
@ProviderType
public interface AdqlEngine {

    /** A new empty database in memory, to be closed by the caller. */
    AdqlDatabase open();
}

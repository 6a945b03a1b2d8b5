/**
 * Tables are STIL {@link uk.ac.starlink.table.StarTable}s; here is what reads and writes them, and the metadata around them.
 */
@NonNullByDefault({
    DefaultLocation.PARAMETER,
    DefaultLocation.RETURN_TYPE,
    DefaultLocation.FIELD,
    DefaultLocation.RECORD_COMPONENT
})
@Version("0.1.0")
package org.volans.api.table;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;

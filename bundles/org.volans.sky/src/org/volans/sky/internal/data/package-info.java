/**
 * What the embedded sky holds: tables made in memory and files made from a seed. All of it is simulated but for the 19
 * positions and the magnitudes of the 23 objects, which were published with the tutorial.
 */
@NonNullByDefault({
    DefaultLocation.PARAMETER,
    DefaultLocation.RETURN_TYPE,
    DefaultLocation.FIELD,
    DefaultLocation.RECORD_COMPONENT
})
package org.volans.sky.internal.data;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

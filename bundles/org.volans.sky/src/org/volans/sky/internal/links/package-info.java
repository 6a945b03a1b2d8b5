/**
 * The embedded sky's services beside TAP: files, links (DataLink 1.1), cutouts (SODA 1.0), image search (SIA 2.0) and cone
 * search (SCS 1.03).
 */
@NonNullByDefault({
    DefaultLocation.PARAMETER,
    DefaultLocation.RETURN_TYPE,
    DefaultLocation.FIELD,
    DefaultLocation.RECORD_COMPONENT
})
package org.volans.sky.internal.links;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

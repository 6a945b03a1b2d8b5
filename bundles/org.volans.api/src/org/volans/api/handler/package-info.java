/**
 * The whiteboard for what is done when a row is highlighted, a position is pointed at, a table or an image arrives, here or in
 * another program.
 */
@NonNullByDefault({
    DefaultLocation.PARAMETER,
    DefaultLocation.RETURN_TYPE,
    DefaultLocation.FIELD,
    DefaultLocation.RECORD_COMPONENT
})
@Version("0.1.0")
package org.volans.api.handler;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;

/** SAMP messages that become events for handlers, or are answered at once. */
@NonNullByDefault({
    DefaultLocation.PARAMETER,
    DefaultLocation.RETURN_TYPE,
    DefaultLocation.FIELD,
    DefaultLocation.RECORD_COMPONENT
})
package org.volans.handlers.internal.messages;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

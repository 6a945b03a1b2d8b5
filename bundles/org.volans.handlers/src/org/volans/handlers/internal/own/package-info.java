/** The handlers that Volans brings itself; each is registered as a third party's would be. */
@NonNullByDefault({
    DefaultLocation.PARAMETER,
    DefaultLocation.RETURN_TYPE,
    DefaultLocation.FIELD,
    DefaultLocation.RECORD_COMPONENT
})
package org.volans.handlers.internal.own;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** When a handler runs: rules, the words for them, and the file they are kept in. */
@NonNullByDefault({
    DefaultLocation.PARAMETER,
    DefaultLocation.RETURN_TYPE,
    DefaultLocation.FIELD,
    DefaultLocation.RECORD_COMPONENT
})
package org.volans.handlers.internal.rules;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

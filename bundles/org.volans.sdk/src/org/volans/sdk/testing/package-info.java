/**
 * What a plug-in's tests need of Volans: services that work without the rest of the program, a server that answers what a test
 * says, surroundings of handlers and commands, and the embedded sky. Plain Java, except for the sky, which needs a running
 * framework.
 */
@NonNullByDefault({
    DefaultLocation.PARAMETER,
    DefaultLocation.RETURN_TYPE,
    DefaultLocation.FIELD,
    DefaultLocation.RECORD_COMPONENT
})
@Version("0.1.0")
package org.volans.sdk.testing;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;

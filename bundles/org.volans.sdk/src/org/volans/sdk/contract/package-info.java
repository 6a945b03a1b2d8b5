/**
 * What the interfaces of the API promise, as tests: one abstract class for each of them. An author extends it, makes the
 * object, and runs it as any other JUnit 5 test, in a framework or without.
 */
@NonNullByDefault({
    DefaultLocation.PARAMETER,
    DefaultLocation.RETURN_TYPE,
    DefaultLocation.FIELD,
    DefaultLocation.RECORD_COMPONENT
})
@Version("0.1.0")
package org.volans.sdk.contract;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;

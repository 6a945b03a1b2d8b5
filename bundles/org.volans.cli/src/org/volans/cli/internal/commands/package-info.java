/** The commands of the core services: each finds its options filled, asks a service and prints what came back. */
@NonNullByDefault({
    DefaultLocation.PARAMETER,
    DefaultLocation.RETURN_TYPE,
    DefaultLocation.FIELD,
    DefaultLocation.RECORD_COMPONENT
})
package org.volans.cli.internal.commands;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;

package org.volans.api.handler;

import org.eclipse.jdt.annotation.NonNull;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard: handles a table that was opened or received.
 *
 * <p>{@link Handler} says what all handlers promise; {@code org.volans.sdk.contract.TableHandlerContract} tests it. A complete one:
 *
 * {@snippet class="org.volans.sdk.examples.TableWithoutPositions"}
 */
@ConsumerType
public interface TableHandler extends Handler<HandlerEvent.@NonNull Table> {

    /** The word for its events in rules. */
    String KIND = "table";
}

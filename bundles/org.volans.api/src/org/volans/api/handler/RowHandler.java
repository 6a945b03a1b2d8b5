package org.volans.api.handler;

import org.eclipse.jdt.annotation.NonNull;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard: handles a highlighted row.
 *
 * <p>{@link Handler} says what all handlers promise; {@code org.volans.sdk.contract.RowHandlerContract} tests it. A complete one:
 *
 * {@snippet class="org.volans.example.photometry.FluxesAtPosition"}
 */
@ConsumerType
public interface RowHandler extends Handler<HandlerEvent.@NonNull Row> {

    /** The word for its events in rules. */
    String KIND = "row";
}

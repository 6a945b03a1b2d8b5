package org.volans.api.handler;

import org.eclipse.jdt.annotation.NonNull;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard: handles a pointed-at position.
 *
 * <p>{@link Handler} says what all handlers promise; {@code org.volans.sdk.contract.PositionHandlerContract} tests it. A complete one:
 *
 * {@snippet class="org.volans.sdk.examples.GalacticPosition"}
 */
@ConsumerType
public interface PositionHandler extends Handler<HandlerEvent.@NonNull Pointed> {

    /** The word for its events in rules. */
    String KIND = "position";
}

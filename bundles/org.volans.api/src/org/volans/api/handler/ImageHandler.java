package org.volans.api.handler;

import org.eclipse.jdt.annotation.NonNull;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard: handles an image that was received or made.
 *
 * <p>{@link Handler} says what all handlers promise; {@code org.volans.sdk.contract.ImageHandlerContract} tests it. A complete one:
 *
 * {@snippet class="org.volans.sdk.examples.SizeOfImage"}
 */
@ConsumerType
public interface ImageHandler extends Handler<HandlerEvent.@NonNull Image> {

    /** The word for its events in rules. */
    String KIND = "image";
}

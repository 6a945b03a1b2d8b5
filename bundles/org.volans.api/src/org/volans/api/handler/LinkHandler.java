package org.volans.api.handler;

import org.eclipse.jdt.annotation.NonNull;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard: handles a link of a data set, by its semantics or content type.
 *
 * <p>{@link Handler} says what all handlers promise; {@code org.volans.sdk.contract.LinkHandlerContract} tests it. A complete one:
 *
 * {@snippet class="org.volans.sdk.examples.PageOfLink"}
 */
@ConsumerType
public interface LinkHandler extends Handler<HandlerEvent.@NonNull Link> {

    /** The word for its events in rules. */
    String KIND = "link";
}

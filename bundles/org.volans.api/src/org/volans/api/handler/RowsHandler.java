package org.volans.api.handler;

import org.eclipse.jdt.annotation.NonNull;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard: handles selected rows.
 *
 * <p>{@link Handler} says what all handlers promise; {@code org.volans.sdk.contract.RowsHandlerContract} tests it. A complete one:
 *
 * {@snippet class="org.volans.sdk.examples.SelectedRows"}
 */
@ConsumerType
public interface RowsHandler extends Handler<HandlerEvent.@NonNull Rows> {

    /** The word for its events in rules. */
    String KIND = "rows";
}

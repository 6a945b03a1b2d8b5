package org.volans.api.handler;

import org.eclipse.jdt.annotation.NonNull;
import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard: handles selected rows. */
@ConsumerType
public interface RowsHandler extends Handler<HandlerEvent.@NonNull Rows> {

    /** The word for its events in rules. */
    String KIND = "rows";
}

package org.volans.api.handler;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard: handles selected rows. */
@ConsumerType
public interface RowsHandler extends Handler<HandlerEvent.Rows> {

    /** The word for its events in rules. */
    String KIND = "rows";
}

package org.volans.api.handler;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard: handles a table that was opened or received. */
@ConsumerType
public interface TableHandler extends Handler<HandlerEvent.Table> {

    /** The word for its events in rules. */
    String KIND = "table";
}

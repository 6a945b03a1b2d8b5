package org.volans.api.handler;

import org.eclipse.jdt.annotation.NonNull;
import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard: handles a highlighted row. */
@ConsumerType
public interface RowHandler extends Handler<HandlerEvent.@NonNull Row> {

    /** The word for its events in rules. */
    String KIND = "row";
}

package org.volans.api.handler;

import org.eclipse.jdt.annotation.NonNull;
import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard: handles a pointed-at position. */
@ConsumerType
public interface PositionHandler extends Handler<HandlerEvent.@NonNull Pointed> {

    /** The word for its events in rules. */
    String KIND = "position";
}

package org.volans.handlers.internal;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;
import org.volans.api.geometry.Position;

/** The position that was pointed at last, here or in another program. Safe for concurrent use. */
@Component(service = LastPosition.class)
public final class LastPosition {

    private volatile @Nullable Position position;

    /** Empty until somebody has pointed at one. */
    public Optional<Position> get() {
        return Optional.ofNullable(position);
    }

    /** Somebody points. */
    public void set(Position now) {
        position = now;
    }
}

package org.volans.discovery.ui.internal.view;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IMemento;

/**
 * What the form holds, as it is kept from session to session.
 *
 * @param positions name of an open table, or a position as it was typed
 * @param radius    in arcmin; 0 for data that hold the position itself
 * @param waveband  an IVOA messenger term, or empty for any
 * @param kind      ObsCore {@code dataproduct_type}, or empty for any
 * @param timeout   in seconds
 * @param left      URLs of services that are not to be asked
 */
record Settings(String positions, double radius, String waveband, String kind, int timeout, Set<String> left) {

    /** Wavebands of the registry (VODataService 1.2, section 3.2), shortest wavelength last. */
    static final List<String> WAVEBANDS =
            List.of("radio", "millimeter", "infrared", "optical", "uv", "euv", "x-ray", "gamma-ray");

    private static final int PATIENCE = 30;

    Settings {
        left = Set.copyOf(left);
    }

    static Settings standard() {
        return new Settings("", 0, "radio", "", PATIENCE, Set.of());
    }

    Duration patience() {
        return Duration.ofSeconds(timeout);
    }

    @NonNullByDefault({})
    static Settings of(IMemento memento) {
        if (memento == null) {
            return standard();
        }
        Set<String> left = new LinkedHashSet<>();
        for (IMemento service : memento.getChildren("left")) {
            left.add(service.getID());
        }
        return new Settings(
                text(memento.getString("positions"), ""),
                Optional.ofNullable(memento.getFloat("radius")).orElse(0f),
                text(memento.getString("waveband"), "radio"),
                text(memento.getString("kind"), ""),
                Optional.ofNullable(memento.getInteger("timeout")).orElse(PATIENCE),
                left);
    }

    private static String text(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    void save(IMemento memento) {
        memento.putString("positions", positions);
        memento.putFloat("radius", (float) radius);
        memento.putString("waveband", waveband);
        memento.putString("kind", kind);
        memento.putInteger("timeout", timeout);
        left.forEach(url -> memento.createChild("left", url));
    }
}

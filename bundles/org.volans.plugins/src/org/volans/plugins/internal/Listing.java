package org.volans.plugins.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;

/** A feature in the answers of these commands. */
final class Listing {

    private Listing() {}

    static Map<String, Object> json(IInstallableUnit unit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", Features.id(unit));
        json.put("version", Features.version(unit));
        json.put("name", Features.label(unit));
        json.put("provider", Features.provider(unit));
        return json;
    }
}

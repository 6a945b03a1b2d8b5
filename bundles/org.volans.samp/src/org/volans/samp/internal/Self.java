package org.volans.samp.internal;

import java.io.IOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.astrogrid.samp.Metadata;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What Volans says of itself (SAMP 1.3, section 3.6). */
final class Self {

    static final String NAME = "Volans";

    private static final Logger LOG = Logger.getLogger(Self.class.getName());

    /** The icon's URL, once it is served. */
    private static @Nullable String served;

    private Self() {}

    /**
     * The icon is served for as long as this program runs.
     *
     * @param handlers whether it handles messages: who looks for Volans means one that does
     */
    static synchronized Map<String, Object> metadata(boolean handlers) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put(Metadata.NAME_KEY, handlers ? NAME : NAME + " command");
        metadata.put(
                Metadata.DESCTEXT_KEY,
                "Virtual Observatory workbench: registry, TAP and ADQL, Datalink, tables, images and SEDs");
        metadata.put("author.name", "The Volans project");
        metadata.put("volans.version", version());
        metadata.put("volans.pid", String.valueOf(ProcessHandle.current().pid()));
        String icon = icon();
        if (icon != null) {
            metadata.put(Metadata.ICONURL_KEY, icon);
        }
        return metadata;
    }

    private static @Nullable String icon() {
        @Nullable URL icon = Self.class.getResource("volans.png");
        try {
            if (served == null && icon != null) {
                served = Loopback.files().exportResource(icon).toString();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Volans has no icon for other programs", e);
        }
        return served;
    }

    private static String version() {
        @Nullable Bundle bundle = FrameworkUtil.getBundle(Self.class);
        return bundle == null ? "0" : bundle.getVersion().toString();
    }
}

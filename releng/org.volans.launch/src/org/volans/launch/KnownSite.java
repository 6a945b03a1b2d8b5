package org.volans.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * The update site that a product offers by itself: in the workbench's dialog, and to the template of a plug-in.
 *
 * @param location a URL
 */
record KnownSite(URI location) {

    private static final String SETTINGS =
            "p2/org.eclipse.equinox.p2.engine/profileRegistry/DefaultProfile.profile/.data/.settings";

    static KnownSite of(String url) {
        return new KnownSite(URI.create(url.replace(" ", "%20")));
    }

    /** As p2 itself remembers a site: in the preferences of the profile, once for what there is and once for the files. */
    void writeTo(Path product) throws IOException {
        Path settings = Files.createDirectories(product.resolve(SETTINGS));
        for (String kind : List.of("metadata", "artifact")) {
            Properties all = new Properties();
            String site = "repositories/" + location.toString().replace('/', '_') + "/";
            all.setProperty("eclipse.preferences.version", "1");
            all.setProperty(site + "enabled", "true");
            all.setProperty(site + "isSystem", "false");
            all.setProperty(site + "nickname", "Volans");
            all.setProperty(site + "uri", location.toString());
            try (OutputStream out =
                    Files.newOutputStream(settings.resolve("org.eclipse.equinox.p2." + kind + ".repository.prefs"))) {
                all.store(out, null);
            }
        }
        Files.writeString(Files.createDirectories(product.resolve("launcher")).resolve("site"), location + "\n");
    }
}

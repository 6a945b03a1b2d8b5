package org.volans.dist;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import com.github.packageurl.PackageURLBuilder;
import java.nio.file.Path;
import java.util.List;

/**
 * Something that is shipped.
 *
 * @param name what it is called where it is shipped: the bundle's symbolic name
 * @param version its version there
 * @param group Maven group it came from
 * @param artifact Maven artifact
 * @param release version of the Maven artifact
 * @param file where it is, in the product; a folder for some of Eclipse's bundles
 * @param parts libraries that were put into it
 */
record Component(
        String name, String version, String group, String artifact, String release, Path file, List<Component> parts) {

    private static final String OURS = "org.volans";

    Component {
        parts = List.copyOf(parts);
    }

    boolean isOurs() {
        return group.equals(OURS);
    }

    /** Maven coordinates without the version. */
    String coordinates() {
        return group + ":" + artifact;
    }

    PackageURL purl() {
        try {
            return PackageURLBuilder.aPackageURL()
                    .withType("maven")
                    .withNamespace(group)
                    .withName(artifact)
                    .withVersion(release)
                    .build();
        } catch (MalformedPackageURLException e) {
            throw new IllegalStateException(coordinates() + " " + release + " makes no package URL", e);
        }
    }
}

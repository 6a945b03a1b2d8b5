package org.volans.plugins.internal.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.volans.api.cli.CliCommand;

/** What a new plug-in must fit in with: this Volans. */
final class Installed {

    /** Property of the framework or of the system: the update site of this Volans. */
    private static final String SITE = "volans.site";

    private final Map<String, Version> packages = new HashMap<>();
    private final BundleContext context;

    /** Of the framework that this class runs in. */
    Installed() {
        Bundle api = FrameworkUtil.getBundle(CliCommand.class);
        for (BundleCapability exported :
                api.adapt(BundleRevision.class).getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
            Map<String, Object> attributes = exported.getAttributes();
            packages.put(String.valueOf(attributes.get(PackageNamespace.PACKAGE_NAMESPACE)), (Version)
                    attributes.get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE));
        }
        context = FrameworkUtil.getBundle(Installed.class).getBundleContext();
    }

    /** The range in which a plug-in imports a package: empty for those that are not of the API. */
    String range(String name) {
        Version version = packages.get(name);
        return version == null ? "" : range(version);
    }

    /** From a version to the next that may break what uses it; before 1.0 every minor one may. */
    static String range(Version version) {
        String from = version.getMajor() + "." + version.getMinor();
        String next =
                version.getMajor() == 0 ? "0." + (version.getMinor() + 1) : String.valueOf(version.getMajor() + 1);
        return "[" + from + "," + next + ")";
    }

    /** The update site that it knows. */
    Optional<String> site() {
        return Optional.ofNullable(context.getProperty(SITE)).filter(site -> !site.isBlank());
    }

    /** Whether there is a command of this name. */
    boolean hasCommand(String word) {
        try {
            return !context.getServiceReferences(CliCommand.class, "(" + CliCommand.NAME + "=" + word + ")")
                    .isEmpty();
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(word, e); // it has been checked: letters, digits and "-"
        }
    }
}

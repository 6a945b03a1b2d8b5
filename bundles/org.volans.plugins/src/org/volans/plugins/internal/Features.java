package org.volans.plugins.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Version;

/** Features as p2 knows them: installable units that end in {@code .feature.group}. */
final class Features {

    static final String SUFFIX = ".feature.group";

    private Features() {}

    static boolean isFeature(IInstallableUnit unit) {
        return unit.getId().endsWith(SUFFIX) && QueryUtil.isGroup(unit) && !QueryUtil.isCategory(unit);
    }

    /** The feature's id, as its author wrote it. */
    static String id(IInstallableUnit unit) {
        String id = unit.getId();
        return id.endsWith(SUFFIX) ? id.substring(0, id.length() - SUFFIX.length()) : id;
    }

    static String version(IInstallableUnit unit) {
        return unit.getVersion().toString();
    }

    /** Without the qualifier, which names a build. */
    static String shortVersion(IInstallableUnit unit) {
        Version version = Version.parseVersion(unit.getVersion().toString());
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }

    static String label(IInstallableUnit unit) {
        return property(unit, IInstallableUnit.PROP_NAME);
    }

    static String provider(IInstallableUnit unit) {
        return property(unit, IInstallableUnit.PROP_PROVIDER);
    }

    private static String property(IInstallableUnit unit, String name) {
        @Nullable String value = unit.getProperty(name, Locale.getDefault().toString());
        return value == null ? "" : value.strip();
    }

    /** Whether somebody who typed this means that feature: by its id, with or without the endings that are habit. */
    static boolean named(IInstallableUnit unit, String typed) {
        String id = id(unit);
        return typed.equals(unit.getId()) || typed.equals(id) || id.equals(typed + ".feature");
    }

    /** The newest version of each. */
    static List<IInstallableUnit> newest(Collection<IInstallableUnit> units) {
        return units.stream()
                .filter(unit -> units.stream()
                        .noneMatch(other -> other.getId().equals(unit.getId())
                                && other.getVersion().compareTo(unit.getVersion()) > 0))
                .sorted(Comparator.comparing(Features::id))
                .toList();
    }
}

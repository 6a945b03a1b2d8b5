package org.volans.plugins.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.query.QueryUtil;

/**
 * The bundles of an installation as a plan leaves it.
 *
 * @param staying those that are there before and after
 * @param coming those that the plan adds
 */
record PlannedBundles(Set<IArtifactKey> staying, Set<IArtifactKey> coming) {

    /** What p2 calls the artifact of a bundle. */
    private static final String CLASSIFIER = "osgi.bundle";

    static PlannedBundles of(IProvisioningPlan plan) {
        Set<IArtifactKey> staying = bundles(plan.getProfile());
        staying.removeAll(bundles(plan.getRemovals()));
        return new PlannedBundles(staying, bundles(plan.getAdditions()));
    }

    private static Set<IArtifactKey> bundles(IQueryable<IInstallableUnit> units) {
        return units.query(QueryUtil.createIUAnyQuery(), new NullProgressMonitor()).toUnmodifiableSet().stream()
                .flatMap(unit -> unit.getArtifacts().stream())
                .filter(PlannedBundles::isBundle)
                .collect(Collectors.toSet());
    }

    /** And not a feature, or a part of a product. */
    static boolean isBundle(IArtifactKey key) {
        return key.getClassifier().equals(CLASSIFIER);
    }

    /** Where p2 keeps a bundle in its folder of them. */
    static Path file(Path folder, IArtifactKey bundle) {
        return folder.resolve(bundle.getId() + "_" + bundle.getVersion() + ".jar");
    }

    /** The jars of those that stay. */
    List<Path> stayingIn(Path folder) {
        return staying.stream()
                .map(bundle -> file(folder, bundle))
                .filter(Files::isRegularFile)
                .toList();
    }
}

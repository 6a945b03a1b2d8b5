package org.volans.plugins.internal;

import java.net.URI;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.IRepositoryManager;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepository;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepositoryManager;

/**
 * Notes in a plan of p2's dialogs from which update site each of its features comes. p2 does not keep that, and {@code volans plugin}
 * lists, updates and removes plug-ins by their sites.
 */
final class Origins {

    private final IMetadataRepositoryManager repositories;

    Origins(IMetadataRepositoryManager repositories) {
        this.repositories = repositories;
    }

    /** Reads the sites' indexes, which p2 has at hand since it made the plan. */
    void note(IProvisioningPlan plan, IProgressMonitor monitor) {
        Set<IInstallableUnit> features = plan.getAdditions()
                .query(QueryUtil.createIUGroupQuery(), new NullProgressMonitor())
                .toSet();
        features.removeIf(unit -> !Features.isFeature(unit));
        // p2 gets to know each site that a plan is made with
        URI[] sites = repositories.getKnownRepositories(IRepositoryManager.REPOSITORIES_ALL);
        SubMonitor parts = SubMonitor.convert(monitor, sites.length);
        for (URI site : sites) {
            IMetadataRepository index;
            try {
                index = repositories.loadRepository(site, parts.split(1));
            } catch (ProvisionException e) {
                continue; // nothing of the plan comes from a site that cannot be read
            }
            features.removeIf(feature -> {
                boolean found = !index.query(QueryUtil.createIUQuery(feature), new NullProgressMonitor())
                        .isEmpty();
                if (found) {
                    plan.setInstallableUnitProfileProperty(feature, Installation.SITE, site.toString());
                }
                return found;
            });
        }
    }
}

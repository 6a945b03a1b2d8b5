package org.volans.plugins.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.engine.IEngine;
import org.eclipse.equinox.p2.engine.IPhaseSet;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.engine.PhaseSetFactory;
import org.eclipse.equinox.p2.engine.ProvisioningContext;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.io.Folders;

/**
 * p2's engine, which in addition refuses bundles that clash with others ({@link Contributions}), before it touches the installation. They
 * are fetched into a folder of their own for that. So p2's own dialogs, which all end here, refuse what the command refuses.
 *
 * <p>It also notes where plug-ins come from ({@link Origins}).
 *
 * <p>The command fetches first, asks, and then installs: what it gives to the engine it has looked at, and that is not done again.
 */
@NonNullByDefault({}) // p2 says nothing about its parameters
final class CheckedEngine implements IEngine {

    private final IEngine engine;
    private final Supplier<Origins> origins;
    private final Path plugins;

    /**
     * @param origins asked for when something is installed: p2 may have no sites before that
     * @param plugins the installation's folder of bundles
     */
    CheckedEngine(IEngine engine, Supplier<Origins> origins, Path plugins) {
        this.engine = engine;
        this.origins = origins;
        this.plugins = plugins;
    }

    @Override
    public IProvisioningPlan createPlan(IProfile profile, ProvisioningContext context) {
        return engine.createPlan(profile, context);
    }

    @Override
    public IStatus perform(IProvisioningPlan plan, IProgressMonitor monitor) {
        return perform(plan, PhaseSetFactory.createDefaultPhaseSet(), monitor);
    }

    @Override
    public IStatus perform(IProvisioningPlan plan, IPhaseSet phases, IProgressMonitor monitor) {
        SubMonitor parts = SubMonitor.convert(monitor, 3);
        if (fetchesAndInstalls(phases)) {
            try {
                Optional<String> conflict = conflict(plan, parts.split(1));
                if (conflict.isPresent()) {
                    return refused(conflict.get());
                }
                origins.get().note(plan, parts.split(1));
            } catch (OperationCanceledException e) {
                return Status.CANCEL_STATUS;
            } catch (VoException e) {
                return refused(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                return refused("Cannot look at the plug-ins before they are installed (" + e.getMessage() + ")");
            }
        }
        return engine.perform(plan, phases, parts.setWorkRemaining(1).newChild(1));
    }

    private static boolean fetchesAndInstalls(IPhaseSet phases) {
        return List.of(phases.getPhaseIds())
                .containsAll(List.of(PhaseSetFactory.PHASE_COLLECT, PhaseSetFactory.PHASE_INSTALL));
    }

    private static IStatus refused(String reason) {
        return Status.error(reason.replaceFirst("[.]$", "") + ". Nothing was installed.");
    }

    private Optional<String> conflict(IProvisioningPlan plan, SubMonitor monitor) throws VoException, IOException {
        PlannedBundles planned = PlannedBundles.of(plan);
        if (planned.coming().isEmpty()) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("volans-plugins-");
        try {
            SubMonitor parts = SubMonitor.convert(
                    monitor, "Looking at the plug-ins", planned.coming().size());
            Sites sites = new Sites(plan.getContext(), parts.split(0));
            List<Path> coming = new ArrayList<>();
            for (IArtifactKey bundle : planned.coming()) {
                coming.add(here(bundle, folder, sites, parts.split(1)));
            }
            return Contributions.conflict(planned.stayingIn(plugins), coming);
        } finally {
            Folders.delete(folder);
        }
    }

    /** The engine fetches nothing that an earlier change has left, and a site need not have it any more. */
    private Path here(IArtifactKey bundle, Path folder, Sites sites, IProgressMonitor monitor)
            throws InputException, IOException {
        Path kept = PlannedBundles.file(plugins, bundle);
        if (Files.exists(kept)) {
            return kept;
        }
        Path fetched = PlannedBundles.file(folder, bundle);
        sites.fetch(bundle, fetched, monitor);
        return fetched;
    }
}

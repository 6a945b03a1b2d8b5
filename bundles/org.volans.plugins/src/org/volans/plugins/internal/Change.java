package org.volans.plugins.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.engine.IEngine;
import org.eclipse.equinox.p2.engine.IPhaseSet;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.engine.PhaseSetFactory;
import org.eclipse.equinox.p2.engine.ProvisioningContext;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.planner.IPlanner;
import org.eclipse.equinox.p2.planner.IProfileChangeRequest;
import org.eclipse.equinox.p2.planner.ProfileInclusionRules;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.repository.spi.PGPPublicKeyService;
import org.volans.api.InputException;
import org.volans.api.VoException;

/** One change of an installation: planned, fetched, looked at, done. */
final class Change {

    /** Looks at what was fetched, before anything is installed. */
    interface Gate {
        /** @throws VoException when it must not be installed */
        void pass(List<Fetched> bundles) throws VoException, IOException;
    }

    /**
     * @param jar in the installation's folder of bundles
     * @param signers empty when unsigned
     */
    record Fetched(Path jar, List<String> signers) {}

    /** For a change that only removes. */
    static final Gate NOTHING_FETCHED = bundles -> {
        if (!bundles.isEmpty()) {
            throw new IllegalStateException("removing fetched " + bundles);
        }
    };

    private final Installation installation;
    private final Signer signer;
    private final Map<IInstallableUnit, Site> adding = new LinkedHashMap<>();
    private final List<IInstallableUnit> removing = new ArrayList<>();

    Change(Installation installation, Signer signer) {
        this.installation = installation;
        this.signer = signer;
    }

    Change add(Collection<IInstallableUnit> units, Site from) {
        units.forEach(unit -> adding.put(unit, from));
        return this;
    }

    Change remove(Collection<IInstallableUnit> units) {
        removing.addAll(units);
        return this;
    }

    /** Whether, and if not why not, it could be done. */
    Optional<String> obstacle(IQueryable<IInstallableUnit> units, IProgressMonitor monitor) throws VoException {
        IStatus status = plan(monitor).getStatus();
        if (monitor.isCanceled() || status.matches(IStatus.CANCEL)) {
            throw new OperationCanceledException();
        }
        if (status.getSeverity() < IStatus.ERROR) {
            return Optional.empty();
        }
        Optional<String> missing = new Refusal(installation.profile(), units).of(adding.keySet());
        return Optional.of(missing.orElseGet(() -> Refusal.innermost(status)));
    }

    /** Does it. */
    void perform(Undo undo, Gate gate, IProgressMonitor monitor) throws VoException, IOException {
        SubMonitor parts = SubMonitor.convert(monitor, 10);
        installation.collectGarbage();
        IProvisioningPlan plan = plan(parts.split(2));
        check(plan.getStatus());
        run(
                plan,
                PhaseSetFactory.createPhaseSetIncluding(new String[] {PhaseSetFactory.PHASE_COLLECT}),
                parts.split(4));
        inspect(plan, undo.added(), gate);
        run(
                plan,
                PhaseSetFactory.createDefaultPhaseSetExcluding(new String[] {PhaseSetFactory.PHASE_COLLECT}),
                parts.split(4));
        adding.values().forEach(site -> site.forget(installation));
        undo.done();
    }

    private IProvisioningPlan plan(IProgressMonitor monitor) throws VoException {
        IPlanner planner = installation.service(IPlanner.class);
        IProfileChangeRequest request = planner.createChangeRequest(installation.profile());
        request.addAll(adding.keySet());
        request.removeAll(removing);
        adding.forEach((unit, site) -> {
            request.setInstallableUnitProfileProperty(unit, IProfile.PROP_PROFILE_ROOT_IU, Boolean.TRUE.toString());
            request.setInstallableUnitInclusionRules(unit, ProfileInclusionRules.createStrictInclusionRule(unit));
            request.setInstallableUnitProfileProperty(
                    unit, Installation.SITE, site.location().toString());
        });
        return planner.getProvisioningPlan(request, context(), monitor);
    }

    /** Only the named sites are asked, never those that the workbench remembers. */
    private ProvisioningContext context() {
        ProvisioningContext context = new ProvisioningContext(installation.agent());
        URI[] locations =
                adding.values().stream().map(Site::location).distinct().toArray(URI[]::new);
        context.setMetadataRepositories(locations);
        context.setArtifactRepositories(locations);
        return context;
    }

    private void run(IProvisioningPlan plan, IPhaseSet phases, IProgressMonitor monitor) throws VoException {
        check(installation.service(IEngine.class).perform(plan, phases, monitor));
    }

    private void inspect(IProvisioningPlan plan, List<Path> added, Gate gate) throws VoException, IOException {
        Path plugins = installation.folder().resolve("plugins");
        List<Path> jars = added.stream()
                .filter(path -> path.startsWith(plugins) && path.toString().endsWith(".jar"))
                .toList();
        OpenPgp openPgp = new OpenPgp(installation.service(PGPPublicKeyService.class), installation.trustedKeys());
        List<Fetched> fetched = new ArrayList<>();
        for (Path jar : jars) {
            fetched.add(new Fetched(jar, signers(jar, openPgp)));
        }
        Optional<String> conflict =
                Contributions.conflict(PlannedBundles.of(plan).stayingIn(plugins), jars);
        if (conflict.isPresent()) {
            throw new InputException(conflict.get());
        }
        gate.pass(fetched);
    }

    private List<String> signers(Path jar, OpenPgp openPgp) throws VoException, IOException {
        List<String> signers = new ArrayList<>(signer.of(jar).stream().toList());
        for (Site site : Set.copyOf(adding.values())) {
            for (OpenPgp.Given given : site.signatures(installation, jar)) {
                signers.addAll(openPgp.of(given, jar));
            }
        }
        return signers.stream().distinct().toList();
    }

    private void check(IStatus status) throws VoException {
        if (status.matches(IStatus.CANCEL)) {
            throw new OperationCanceledException();
        }
        if (status.matches(IStatus.ERROR)) {
            String reason = Refusal.innermost(status).replaceFirst("[.]$", "");
            throw new InputException((adding.isEmpty() ? "cannot remove them" : "cannot install " + what()) + ": "
                    + reason + "; nothing was changed");
        }
    }

    private String what() {
        return PluginInstall.names(List.copyOf(adding.keySet())) + " of "
                + adding.values().stream().map(Site::typed).distinct().collect(Collectors.joining(", "));
    }
}

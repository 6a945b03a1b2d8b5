package org.volans.plugins.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.p2.core.IAgentLocation;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.eclipse.equinox.p2.engine.ProfileScope;
import org.eclipse.equinox.p2.engine.query.UserVisibleRootQuery;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.VoException;

/** The Volans that runs, as something that plug-ins are installed into: its p2 agent, its profile and its folder. */
final class Installation implements AutoCloseable {

    /** Done when an installation is not looked at any more. */
    interface Closing {
        void close() throws IOException;
    }

    /** Profile property of a plug-in's feature: the update site that it came from. */
    static final String SITE = "org.volans.plugin.site";

    /** Its class is p2's own business, its name is that of an agent's service. */
    private static final String GARBAGE_COLLECTOR = "org.eclipse.equinox.internal.p2.garbagecollector.GarbageCollector";

    /** Where p2 keeps the keys that it trusts: it has no API for them. */
    private static final String ENGINE = "org.eclipse.equinox.p2.engine";

    private static final String TRUSTED_KEYS = "pgp.trustedPublicKeys";

    private final IProvisioningAgent agent;
    private final String profile;
    private final Path folder;
    private final Closing closing;

    /** @param profile its id */
    Installation(IProvisioningAgent agent, String profile, Path folder, Closing closing) {
        this.agent = agent;
        this.profile = profile;
        this.folder = folder;
        this.closing = closing;
    }

    @Override
    public void close() throws IOException {
        closing.close();
    }

    /** The product's folder. */
    Path folder() {
        return folder;
    }

    /** The agent, for what takes one. */
    IProvisioningAgent agent() {
        return agent;
    }

    /** A service of the agent: they are registered there and not with the framework. */
    <T> T service(Class<T> type) {
        @Nullable T service = agent.getService(type);
        if (service == null) {
            throw new IllegalStateException("the p2 agent has no " + type.getSimpleName());
        }
        return service;
    }

    /** Fingerprints of the OpenPGP keys that the user said to trust from then on, when the workbench asked. */
    Set<String> trustedKeys() throws VoException, IOException {
        return OpenPgp.fingerprints(
                new ProfileScope(service(IAgentLocation.class), profile().getProfileId())
                        .getNode(ENGINE)
                        .get(TRUSTED_KEYS, ""));
    }

    /** From now on bundles that nothing needs any more are deleted after each change: that service listens once it is there. */
    void collectGarbage() {
        if (agent.getService(GARBAGE_COLLECTOR) == null) {
            throw new IllegalStateException("the p2 agent has no garbage collector");
        }
    }

    /** What is installed, as of now. */
    IProfile profile() throws InputException {
        @Nullable IProfile found = service(IProfileRegistry.class).getProfile(profile);
        if (found == null) {
            throw new InputException(
                    folder + " was not installed by p2: plug-ins go into an unpacked or built Volans only");
        }
        return found;
    }

    /** The features that were installed on top of Volans, by id. */
    List<IInstallableUnit> plugins() throws VoException, IOException {
        Set<String> own = own();
        return profile().query(new UserVisibleRootQuery(), new NullProgressMonitor()).toSet().stream()
                .filter(Features::isFeature)
                .filter(unit -> !own.contains(Features.id(unit)))
                .sorted(Comparator.comparing(Features::id))
                .toList();
    }

    /** Where a plug-in came from; empty when it is not known, as for one that the workbench installed. */
    String siteOf(IInstallableUnit plugin) throws InputException {
        @Nullable String site = profile().getInstallableUnitProperty(plugin, SITE);
        return site == null ? "" : site;
    }

    /** Features and bundles of Volans itself; written when the product was built. */
    Set<String> own() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("launcher/contents"))) {
            return Set.copyOf(lines.toList());
        }
    }
}

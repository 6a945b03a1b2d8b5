package org.volans.plugins.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.IProvisioningAgentProvider;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.core.UIServices;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.signedcontent.SignedContentFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.io.Folders;

/**
 * The way to p2. Its bundles have a start level above the framework's (see the product files), so that nobody else pays for them;
 * they are let in when an installation is asked for.
 */
@Component(service = Installer.class)
public final class Installer {

    private static final int P2 = 7;

    private static final Path PROFILES = Path.of("p2/org.eclipse.equinox.p2.engine");

    private final BundleContext bundles;
    private final SignedContentFactory signatures;
    private final Location folder;

    /** Called by DS. */
    @Activate
    public Installer(
            BundleContext bundles,
            @Reference SignedContentFactory signatures,
            @Reference(target = "(type=osgi.install.area)") Location folder) {
        this.bundles = bundles;
        this.signatures = signatures;
        this.folder = folder;
    }

    /** For a change of the product that runs; it is undone unless it is {@link Undo#done done}. */
    Undo begin() throws VoException {
        return Undo.begin(folder());
    }

    /** The product that runs, to be changed after {@link #begin}. Blocks until p2 is started. */
    Installation installation() throws VoException {
        agents(); // to ask for them starts p2's core, which then registers the agent of the running product
        try {
            for (ServiceReference<IProvisioningAgent> reference : bundles.getServiceReferences(
                    IProvisioningAgent.class, "(" + IProvisioningAgent.SERVICE_CURRENT + "=true)")) {
                return installation(bundles.getService(reference), IProfileRegistry.SELF, () -> {
                    // the agent of the running product ends with the framework
                });
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the filter is a constant and well-formed", e);
        }
        throw new InputException("this Volans has no p2 agent: its configuration is damaged, unpack it anew");
    }

    /**
     * The product that runs, to be looked at only: a copy of p2's notes on it, for p2 writes where it reads. So whoever may
     * not change the product may list what there is.
     */
    Installation look() throws VoException, IOException {
        IProvisioningAgentProvider agents = agents();
        Path copy = Files.createTempDirectory("volans-p2-");
        try {
            Files.createDirectory(copy.resolve("p2"));
            Folders.copy(folder().resolve(PROFILES), copy.resolve("p2").resolve(PROFILES.getFileName()));
            IProvisioningAgent agent = agents.createAgent(copy.resolve("p2").toUri());
            return installation(agent, String.valueOf(bundles.getProperty("eclipse.p2.profile")), () -> {
                agent.stop();
                Folders.delete(copy);
            });
        } catch (ProvisionException e) {
            Folders.delete(copy);
            throw new InputException("cannot read the plug-ins of " + folder() + ": " + e.getMessage(), e);
        }
    }

    private Installation installation(IProvisioningAgent agent, String profile, Installation.Closing closing) {
        agent.registerService(UIServices.SERVICE_NAME, new Consent());
        return new Installation(agent, profile, folder(), closing);
    }

    private Path folder() {
        return new File(folder.getURL().getPath()).toPath();
    }

    private IProvisioningAgentProvider agents() throws VoException {
        startP2();
        @Nullable
        ServiceReference<IProvisioningAgentProvider> provider =
                bundles.getServiceReference(IProvisioningAgentProvider.class);
        if (provider == null) {
            throw new InputException("this Volans has no p2: its configuration is damaged, unpack it anew");
        }
        return bundles.getService(provider);
    }

    private void startP2() {
        FrameworkStartLevel level = bundles.getBundle(0).adapt(FrameworkStartLevel.class);
        if (level.getStartLevel() >= P2) {
            return;
        }
        // p2 would look for keys that a site does not give among the user's own: what can be installed is the same for
        // everybody
        System.setProperty("p2.gpg", "false");
        CountDownLatch reached = new CountDownLatch(1);
        FrameworkListener listener = event -> {
            if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
                reached.countDown();
            }
        };
        level.setStartLevel(P2, listener);
        try {
            reached.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Change change(Installation installation) {
        return new Change(installation, new Signer(signatures));
    }
}

package org.volans.plugins.internal;

import java.io.File;
import java.nio.file.Path;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.spi.IAgentServiceFactory;
import org.eclipse.equinox.p2.engine.IEngine;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepositoryManager;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.service.datalocation.Location;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives p2 the engine that looks at plug-ins before it installs them. An agent asks the factory with the highest ranking, when it
 * first needs an engine; nothing of this is loaded before.
 */
@Component(
        service = IAgentServiceFactory.class,
        property = {
            IAgentServiceFactory.PROP_AGENT_SERVICE_NAME + "=org.eclipse.equinox.p2.engine.IEngine",
            "service.ranking:Integer=1"
        })
public final class CheckedEngineFactory implements IAgentServiceFactory {

    private final IAgentServiceFactory engines;
    private final Path plugins;

    /** Called by DS. */
    @Activate
    public CheckedEngineFactory(
            @Reference(target = "(component.name=org.eclipse.equinox.p2.engine)") IAgentServiceFactory engines,
            @Reference(target = "(type=osgi.install.area)") Location folder) {
        this.engines = engines;
        this.plugins = new File(folder.getURL().getPath()).toPath().resolve("plugins");
    }

    @Override
    @NonNullByDefault({}) // p2 says nothing about its parameters
    public Object createService(IProvisioningAgent agent) {
        return new CheckedEngine(
                (IEngine) engines.createService(agent),
                () -> new Origins(agent.getService(IMetadataRepositoryManager.class)),
                plugins);
    }
}

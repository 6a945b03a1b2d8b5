package org.volans.cli.internal.commands;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.volans.api.cli.CliCommand;
import org.volans.api.registry.RegistryService;
import picocli.CommandLine.Command;

/** {@code volans registry}. */
@Component(
        service = CliCommand.class,
        scope = ServiceScope.PROTOTYPE,
        property = {CliCommand.NAME + "=registry", CliCommand.SUMMARY + "=search the VO registry, show a record"})
@Command(description = "Searches the VO registry (RegTAP).", footer = "  volans registry search SDSS12 --type tap")
public final class RegistryCommand extends Group {

    private final RegistryService registry;

    /** Called by DS. */
    @Activate
    public RegistryCommand(@Reference RegistryService registry) {
        this.registry = registry;
    }

    @Override
    public List<CliCommand> subcommands() {
        return List.of(new RegistrySearch(registry), new RegistryShow(registry));
    }
}

package org.volans.cli.internal.commands;

import java.net.URI;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;
import org.volans.api.table.TableService;
import org.volans.api.tap.JobLedger;
import org.volans.api.tap.TapService;
import picocli.CommandLine.Command;

/** {@code volans tap}. */
@Component(
        service = CliCommand.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            CliCommand.NAME + "=tap",
            CliCommand.SUMMARY + "=tables, queries, jobs and examples of a TAP service"
        })
@Command(
        description = "Asks a TAP service. SERVICE is an access URL, an ivoid or a registry short name.",
        footer = "  volans tap query http://dc.g-vo.org/tap \"SELECT TOP 5 * FROM ivoa.obscore\"")
public final class TapCommand extends Group {

    private final Services services;

    /** What the commands of this group share. */
    record Services(TapService tap, JobLedger jobs, TableService tables, RegistryService registry) {

        URI resolve(String service, CliContext context) throws VoException {
            return Resolver.resolve(service, ServiceType.TAP, registry, context);
        }
    }

    /** Called by DS. */
    @Activate
    public TapCommand(
            @Reference TapService tap,
            @Reference JobLedger jobs,
            @Reference TableService tables,
            @Reference RegistryService registry) {
        this.services = new Services(tap, jobs, tables, registry);
    }

    @Override
    public List<CliCommand> subcommands() {
        return List.of(
                new TapTables(services),
                new TapQueryCommand(services),
                new TapExamples(services),
                new TapJobs.ListJobs(services),
                new TapJobs.Resume(services),
                new TapJobs.Abort(services),
                new TapJobs.Delete(services));
    }
}

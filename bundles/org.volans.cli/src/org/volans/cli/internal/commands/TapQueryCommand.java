package org.volans.cli.internal.commands;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.tap.JobLedger;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.UwsJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code volans tap query}. */
@Command(
        name = "query",
        description = {
            "Runs an ADQL query. The query is given as text, as @FILE, or as - for standard input.",
            "A job (--async) is remembered: 'volans tap resume' fetches its result later, also after an interrupt."
        },
        footer = {
            "  volans tap query http://dc.g-vo.org/tap \"SELECT TOP 5 * FROM ivoa.obscore\" -o obs.vot",
            "  volans tap query VizieR @join.adql --upload t1=objects.vot --async -o colours.vot"
        })
final class TapQueryCommand implements CliCommand {

    private final TapCommand.Services services;

    @Parameters(index = "0", paramLabel = "SERVICE", description = "access URL, ivoid or short name")
    String service = "";

    @Parameters(index = "1", paramLabel = "ADQL", description = "the query, @FILE, or -")
    String query = "";

    @Option(names = "--upload", paramLabel = "NAME=FILE", description = "send a table as TAP_UPLOAD.NAME")
    List<String> uploads = new ArrayList<>();

    @Option(names = "--async", description = "run it as a job")
    boolean async;

    @Option(names = "--maxrec", paramLabel = "N", description = "most rows; else the service's own limit")
    @Nullable
    Long maxrec;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "600",
            description = "longest silence of the service, in seconds (default: ${DEFAULT-VALUE})")
    int timeout = 600;

    @Mixin
    TableOutput output = new TableOutput();

    TapQueryCommand(TapCommand.Services services) {
        this.services = services;
    }

    @Override
    public int run(CliContext context) throws VoException, IOException {
        Long limit = maxrec;
        Resolver.check(service);
        Usage.atLeast("--maxrec", limit, 0);
        Usage.atLeast("--timeout", timeout, 1);
        output.check(services.tables(), context);
        var places = Texts.files(uploads, context);
        String adql = Texts.adql(query, context);
        var tables = Texts.tables(places, services.tables(), context);
        URI uri = services.resolve(service, context);
        TapQuery request = new TapQuery(
                uri,
                adql,
                tables,
                limit == null ? OptionalLong.empty() : OptionalLong.of(limit),
                Duration.ofSeconds(timeout));
        TapResult result = async ? job(request, context) : services.tap().query(request, context.monitor());
        output.put(result.table(), result.overflow(), services.tables(), context);
        return 0;
    }

    private TapResult job(TapQuery request, CliContext context) throws VoException {
        UwsJob job = services.tap().submit(request, context.monitor());
        context.err().println("job " + job.url());
        remember(job, request, context);
        services.tap().await(job.url(), context.monitor());
        return services.tap().result(job.url(), context.monitor());
    }

    /** Where nothing can be kept, as in a container, the job has its result all the same. */
    private void remember(UwsJob job, TapQuery request, CliContext context) {
        try {
            services.jobs()
                    .add(new JobLedger.Entry(
                            job.url(),
                            request.service(),
                            request.adql(),
                            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
        } catch (InputException e) {
            context.err().println(e.getMessage());
        }
    }
}

package org.volans.cli.internal.commands;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.tap.JobLedger;
import org.volans.api.tap.TapResult;
import org.volans.cli.internal.WebUrl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The commands on remembered jobs. */
final class TapJobs {

    private TapJobs() {}

    /** A job by its URL, or by its number in the list (newest is 1). */
    private static URI find(String typed, JobLedger ledger) throws InputException {
        if (WebUrl.is(typed)) {
            return Resolver.url(typed);
        }
        Usage.require(
                typed.matches("0*[1-9][0-9]{0,8}"),
                "JOB is a job's URL or its number in 'volans tap jobs', from 1, not '" + typed + "'");
        List<JobLedger.Entry> entries = ledger.entries();
        int number = Integer.parseInt(typed);
        if (number <= entries.size()) {
            return entries.get(number - 1).job();
        }
        throw new InputException("there is no job '" + typed
                + "': give a job's URL or its number in 'volans tap jobs' (" + entries.size() + " known)");
    }

    /** {@code volans tap jobs}. */
    @Command(
            name = "jobs",
            description = "Lists the remembered jobs with their phases, newest first.",
            footer = "  volans tap jobs")
    static final class ListJobs implements CliCommand {

        private final TapCommand.Services services;

        ListJobs(TapCommand.Services services) {
            this.services = services;
        }

        @Override
        public int run(CliContext context) throws VoException {
            List<List<String>> rows = new ArrayList<>();
            List<Map<String, Object>> json = new ArrayList<>();
            for (JobLedger.Entry entry : services.jobs().entries()) {
                String phase = phase(entry, context);
                rows.add(List.of(
                        Integer.toString(rows.size() + 1),
                        entry.created(),
                        phase,
                        entry.job().toString(),
                        Texts.shorten(entry.adql(), 50)));
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("job", entry.job().toString());
                one.put("service", entry.service().toString());
                one.put("created", entry.created());
                one.put("phase", phase);
                one.put("adql", entry.adql());
                json.add(one);
            }
            if (context.json()) {
                context.printJson(json);
            } else {
                context.printTable(List.of("no", "created", "phase", "job", "query"), rows);
            }
            return 0;
        }

        /** The list must survive a service that is down or has forgotten the job. */
        private String phase(JobLedger.Entry entry, CliContext context) {
            try {
                return services.tap()
                        .job(entry.job(), context.monitor())
                        .phase()
                        .name();
            } catch (ServiceException e) {
                return e.status() == 404 ? "gone" : "service does not answer";
            } catch (VoException e) {
                return "unreadable";
            }
        }
    }

    /** {@code volans tap resume}. */
    @Command(
            name = "resume",
            description = "Waits for a job and fetches its result.",
            footer = "  volans tap resume 1 -o result.vot")
    static final class Resume implements CliCommand {

        private final TapCommand.Services services;

        @Parameters(paramLabel = "JOB", description = "its URL, or its number in 'volans tap jobs'")
        String job = "";

        @Mixin
        TableOutput output = new TableOutput();

        Resume(TapCommand.Services services) {
            this.services = services;
        }

        @Override
        public int run(CliContext context) throws VoException, IOException {
            output.check(services.tables(), context);
            URI url = find(job, services.jobs());
            services.tap().await(url, context.monitor());
            TapResult result = services.tap().result(url, context.monitor());
            output.put(result.table(), result.overflow(), services.tables(), context);
            return 0;
        }
    }

    /** {@code volans tap abort}. */
    @Command(name = "abort", description = "Stops a job at its service.", footer = "  volans tap abort 1")
    static final class Abort implements CliCommand {

        private final TapCommand.Services services;

        @Parameters(paramLabel = "JOB", description = "its URL, or its number in 'volans tap jobs'")
        String job = "";

        Abort(TapCommand.Services services) {
            this.services = services;
        }

        @Override
        public int run(CliContext context) throws VoException {
            var now = services.tap().abort(find(job, services.jobs()), context.monitor());
            if (context.json()) {
                context.printJson(now);
            } else {
                context.out().println(now.phase() + " " + now.url());
            }
            return 0;
        }
    }

    /** {@code volans tap delete}. */
    @Command(
            name = "delete",
            description = "Deletes a job and its results at its service, and forgets it.",
            footer = "  volans tap delete 1")
    static final class Delete implements CliCommand {

        private final TapCommand.Services services;

        @Parameters(paramLabel = "JOB", description = "its URL, or its number in 'volans tap jobs'")
        String job = "";

        Delete(TapCommand.Services services) {
            this.services = services;
        }

        @Override
        public int run(CliContext context) throws VoException {
            URI url = find(job, services.jobs());
            try {
                services.tap().delete(url, context.monitor());
            } catch (ServiceException e) {
                if (e.status() != 404) {
                    throw e;
                }
                context.err().println("the service has forgotten the job already");
            }
            services.jobs().remove(url);
            if (context.json()) {
                context.printJson(Map.of("deleted", url.toString()));
            } else {
                context.out().println("deleted " + url);
            }
            return 0;
        }
    }
}

package org.volans.cli.internal.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.handler.HandlerHost;
import org.volans.api.handler.HandlerListener;
import org.volans.api.samp.SampListener;
import org.volans.api.samp.SampRecorder;
import org.volans.api.samp.SampService.JoinRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code volans samp listen}. */
@Command(
        name = "listen",
        description = {
            "Runs handlers when other programs send tables, highlight rows or point at positions.",
            "They make SEDs of rows, find their links, cut out radio images at positions (which go on to Aladin),"
                    + " until interrupted. Starts a hub when none runs."
        },
        footer = {"  volans samp listen --out made", "  volans samp listen --rules handlers.json --json"})
final class SampListen implements CliCommand {

    private final SampCommand.Services services;

    @Mixin
    final RulesOption rules = new RulesOption();

    @Option(names = "--out", paramLabel = "DIR", description = "where to put what the handlers make")
    @Nullable
    String out;

    @Option(names = "--no-hub", description = "start no hub: wait for one")
    boolean noHub;

    @Option(names = "--record", paramLabel = "FILE", description = "write what is said into a new file")
    @Nullable
    String record;

    SampListen(SampCommand.Services services) {
        this.services = services;
    }

    @Override
    public int run(CliContext context) throws VoException {
        rules.use(services.handlers(), context);
        String folder = out;
        try (ListenFolder made = ListenFolder.of(Optional.ofNullable(folder).map(context::path), context.err());
                Recorded recorded = recorded(context)) {
            listen(made, context);
        }
        return 0;
    }

    private void listen(ListenFolder made, CliContext context) throws VoException {
        BundleContext bundle = services.bundle();
        ListenReport report = new ListenReport(services.samp(), services.handlers(), context);
        var registrations = List.of(
                // before that of a plug-in
                bundle.registerService(
                        HandlerHost.class,
                        new ListenHost(services, made, context),
                        FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE))),
                bundle.registerService(HandlerListener.class, report, null),
                bundle.registerService(SampListener.class, report, null));
        try (SampSession session =
                SampSession.join(services.samp(), new JoinRequest(!noHub, false), context.monitor())) {
            report.changed();
            context.awaitInterrupt();
        } finally {
            registrations.forEach(ServiceRegistration::unregister);
        }
    }

    /** A recording, or none. */
    private interface Recorded extends AutoCloseable {
        @Override
        void close() throws VoException;
    }

    private Recorded recorded(CliContext context) throws VoException {
        String file = record;
        if (file == null) {
            return () -> {
                // nothing was begun
            };
        }
        Path path = context.path(file);
        SampRecorder.Recording recording = services.recorder().record(path);
        return () -> {
            recording.close();
            context.err().println(Texts.count(recording.exchanges(), "message") + " recorded in " + path);
        };
    }
}

package org.volans.sky.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.sky.EmbeddedSky;
import org.volans.api.sky.RunningSky;
import org.volans.api.table.TableService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.ac.starlink.table.StarTable;

/** {@code volans sky}. */
@Component(
        service = CliCommand.class,
        scope = ServiceScope.PROTOTYPE,
        property = {CliCommand.NAME + "=sky", CliCommand.SUMMARY + "=run the embedded data centre until interrupted"})
@Command(
        name = "sky",
        description = {
            "Runs a small Virtual Observatory on this machine until interrupted (Ctrl-C): TAP services, a registry,"
                    + " images with cutouts, all of the tutorial's field. Any VO client can use it; only programs of"
                    + " this machine can reach it."
        },
        footer = {"  volans sky --port 8765", "  volans sky --objects objects.vot"})
public final class SkyCommand implements CliCommand {

    private final EmbeddedSky sky;
    private final TableService tables;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "the port to listen at; without it a free one")
    int port;

    @Option(names = "--objects", paramLabel = "FILE", description = "write the tutorial's 19 positions there first")
    @Nullable
    String objects;

    /**
     * @param sky    what is run
     * @param tables writes the positions
     */
    @Activate
    public SkyCommand(@Reference EmbeddedSky sky, @Reference TableService tables) {
        this.sky = sky;
        this.tables = tables;
    }

    @Override
    public int run(CliContext context) throws VoException {
        String file = objects;
        Usage.between("--port", port, 0, 65535, "");
        if (file != null) {
            Usage.read(() -> tables.outputFormat(context.path(file), ""));
            write(context, context.path(file));
        }
        try (RunningSky running = sky.start(port, context.monitor())) {
            announce(context, running);
            context.awaitInterrupt();
        }
        return 0;
    }

    private void write(CliContext context, Path file) throws VoException {
        StarTable positions = sky.tutorialObjects();
        tables.save(positions, file, "", context.monitor());
        context.err().println(positions.getRowCount() + " positions written to " + file);
    }

    private static void announce(CliContext context, RunningSky running) {
        PrintStream out = context.out();
        if (context.json()) {
            Map<String, Object> places = new LinkedHashMap<>();
            places.put("base", running.base().toString());
            places.put("registry", running.registry().toString());
            context.printJson(places);
        } else {
            out.println("The sky is up at " + running.base());
            out.println("Registry (RegTAP): " + running.registry());
            out.println();
            out.println("Try: volans registry search SDSS12 --registry " + running.registry());
            context.err().println("Ctrl-C stops it.");
        }
        out.flush();
    }
}

package org.volans.plugins.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.query.IQueryable;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code volans plugin update}. */
@Command(
        name = "update",
        description = {
            "Updates plug-ins to the newest version of their update sites: those named, or all; with SITE, of that site."
        },
        footer = "  volans plugin update https://example.org/site org.example.handler")
final class PluginUpdate implements CliCommand {

    private final Installer installer;

    @Parameters(paramLabel = "SITE|FEATURE", arity = "0..*", description = "an update site, then features")
    List<String> words = new ArrayList<>();

    @Mixin
    GateOptions gate = new GateOptions();

    PluginUpdate(Installer installer) {
        this.installer = installer;
    }

    @Override
    public int run(CliContext context) throws VoException, IOException {
        Installation installation = installer.installation();
        Selection selection = Selection.of(words, installation, context);
        List<Map<String, Object>> done = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        SubMonitor monitor = SubMonitor.convert(
                context.monitor(), Math.max(1, selection.plugins().size()));
        for (IInstallableUnit plugin : selection.plugins()) {
            String site = selection.site().orElse(installation.siteOf(plugin));
            if (site.isEmpty()) {
                failures.add(Features.id(plugin) + ": it is not known where it came from, name its SITE");
                continue;
            }
            try {
                update(installation, plugin, site, context, monitor.split(1)).ifPresent(done::add);
            } catch (VoException e) {
                failures.add(Features.id(plugin) + ": " + e.getMessage());
            }
        }
        report(context, done);
        failures.forEach(failure -> context.err().println("volans: " + failure));
        return failures.isEmpty() ? 0 : 1;
    }

    private Optional<Map<String, Object>> update(
            Installation installation, IInstallableUnit plugin, String typed, CliContext context, SubMonitor monitor)
            throws VoException, IOException {
        Site site = Site.of(typed, context.path(typed));
        monitor.setWorkRemaining(4);
        try {
            IQueryable<IInstallableUnit> units = site.load(installation, monitor.split(1));
            Optional<IInstallableUnit> newer = Site.features(units).stream()
                    .filter(unit -> unit.getId().equals(plugin.getId()))
                    .filter(unit -> unit.getVersion().compareTo(plugin.getVersion()) > 0)
                    .findFirst();
            if (newer.isEmpty()) {
                return Optional.empty();
            }
            List<IInstallableUnit> chosen = List.of(newer.get());
            Change change = installer.change(installation).add(chosen).remove(List.of(plugin));
            Optional<String> obstacle = change.obstacle(site, units, monitor.split(1));
            if (obstacle.isPresent()) {
                throw new InputException(obstacle.get());
            }
            change.perform(List.of(site), new Gate(context, gate, chosen), monitor.split(2));
            Map<String, Object> json = Listing.json(newer.get());
            json.put("from", Features.version(plugin));
            return Optional.of(json);
        } finally {
            site.forget(installation);
        }
    }

    private static void report(CliContext context, List<Map<String, Object>> done) {
        if (context.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("updated", done);
            context.printJson(json);
            return;
        }
        done.forEach(one -> context.out()
                .println("Updated " + one.get("id") + " " + one.get("from") + " to " + one.get("version")));
        if (done.isEmpty()) {
            context.err().println("Nothing newer was found.");
        }
    }
}

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
            "Updates plug-ins to the newest version of their update sites: those named, or all; with SITE, of that"
                    + " site."
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

    /**
     * @param old what is installed
     * @param unit what takes its place
     */
    private record Newer(IInstallableUnit old, IInstallableUnit unit, Site site) {}

    @Override
    public int run(CliContext context) throws VoException, IOException {
        for (String word : words) {
            Site.check(word);
        }
        Undo undo = installer.begin();
        Installation installation = installer.installation();
        SubMonitor monitor = SubMonitor.convert(context.monitor(), 2);
        List<Newer> found = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        look(installation, context, found, failures, monitor.split(1));
        if (!found.isEmpty()) {
            Change change = installer.change(installation);
            found.forEach(newer -> change.add(List.of(newer.unit), newer.site).remove(List.of(newer.old)));
            change.perform(
                    undo,
                    new Gate(context, gate, found.stream().map(Newer::unit).toList()),
                    monitor.split(1));
        }
        report(context, found);
        failures.forEach(failure -> context.err().println("volans: " + failure));
        return failures.isEmpty() ? 0 : 1;
    }

    /** One that cannot be updated does not keep back the others. */
    private void look(
            Installation installation, CliContext context, List<Newer> found, List<String> failures, SubMonitor monitor)
            throws VoException, IOException {
        Selection selection = Selection.of(words, installation, context);
        List<IInstallableUnit> plugins = selection.named() ? selection.plugins() : installation.plugins();
        monitor.setWorkRemaining(Math.max(1, plugins.size()));
        for (IInstallableUnit plugin : plugins) {
            try {
                newer(installation, plugin, selection, context, monitor.split(1))
                        .ifPresent(found::add);
            } catch (VoException e) {
                failures.add(Features.id(plugin) + ": " + e.getMessage());
            }
        }
    }

    private Optional<Newer> newer(
            Installation installation,
            IInstallableUnit plugin,
            Selection selection,
            CliContext context,
            SubMonitor monitor)
            throws VoException, IOException {
        String typed = selection.site().orElse(installation.siteOf(plugin));
        if (typed.isEmpty()) {
            throw new InputException("it is not known where it came from, name its SITE");
        }
        Site site = Site.of(typed, context.path(typed));
        monitor.setWorkRemaining(2);
        IQueryable<IInstallableUnit> units = site.load(installation, monitor.split(1));
        List<IInstallableUnit> offered = Site.features(units).stream()
                .filter(unit -> unit.getId().equals(plugin.getId()))
                .toList();
        if (offered.isEmpty() && selection.named()) {
            throw new InputException(typed + " does not offer it");
        }
        Optional<IInstallableUnit> newer = offered.stream()
                .filter(unit -> unit.getVersion().compareTo(plugin.getVersion()) > 0)
                .findFirst();
        if (newer.isPresent()) {
            Change change = installer
                    .change(installation)
                    .add(List.of(newer.get()), site)
                    .remove(List.of(plugin));
            Optional<String> obstacle = change.obstacle(units, monitor.split(1));
            if (obstacle.isPresent()) {
                throw new InputException(obstacle.get());
            }
        }
        return newer.map(unit -> new Newer(plugin, unit, site));
    }

    private static void report(CliContext context, List<Newer> done) {
        if (context.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("updated", done.stream().map(PluginUpdate::json).toList());
            context.printJson(json);
            return;
        }
        done.forEach(newer -> context.out()
                .println("Updated " + Features.id(newer.unit) + " " + Features.version(newer.old) + " to "
                        + Features.version(newer.unit)));
        if (done.isEmpty()) {
            context.err().println("Nothing newer was found.");
        }
    }

    private static Map<String, Object> json(Newer newer) {
        Map<String, Object> json = Listing.json(newer.unit);
        json.put("from", Features.version(newer.old));
        return json;
    }
}

package org.volans.plugins.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

/** {@code volans plugin install}. */
@Command(
        name = "install",
        description = {
            "Installs features of an update site into this Volans; without FEATURE all of the site that can be.",
            "Says who signed each bundle, or that nobody did, before anything is installed, and asks when it is run at"
                    + " a terminal. When something goes wrong the installation is what it was before."
        },
        footer = "  volans plugin install https://example.org/site org.example.handler")
final class PluginInstall implements CliCommand {

    private final Installer installer;

    @Parameters(index = "0", paramLabel = "SITE", description = "URL, folder or zip of an update site")
    String site = "";

    @Parameters(index = "1..*", paramLabel = "FEATURE", arity = "0..*", description = "what to install of it")
    List<String> features = new ArrayList<>();

    @Mixin
    GateOptions gate = new GateOptions();

    PluginInstall(Installer installer) {
        this.installer = installer;
    }

    @Override
    public int run(CliContext context) throws VoException, IOException {
        Site.check(site);
        SubMonitor monitor = SubMonitor.convert(context.monitor(), 10);
        Site from = Site.of(site, context.path(site));
        Undo undo = installer.begin();
        Installation installation = installer.installation();
        IQueryable<IInstallableUnit> units = from.load(installation, monitor.split(2));
        List<IInstallableUnit> chosen =
                features.isEmpty() ? whatFits(installation, from, units, context) : named(installation, from, units);
        Gate shown = new Gate(context, gate, chosen);
        if (!chosen.isEmpty()) {
            Change change = installer.change(installation).add(chosen, from).remove(older(installation, chosen));
            Optional<String> obstacle = change.obstacle(units, monitor.split(2));
            if (obstacle.isPresent()) {
                throw new InputException("cannot install " + names(chosen) + ": " + obstacle.get());
            }
            change.perform(undo, shown, monitor.split(6));
        }
        report(context, chosen, shown);
        return 0;
    }

    private List<IInstallableUnit> named(Installation installation, Site from, IQueryable<IInstallableUnit> units)
            throws VoException, IOException {
        List<IInstallableUnit> offered = Site.features(units);
        List<IInstallableUnit> chosen = new ArrayList<>();
        for (String name : features) {
            chosen.add(offered.stream()
                    .filter(unit -> Features.named(unit, name))
                    .findFirst()
                    .orElseThrow(() -> new InputException(from.typed() + " has no feature " + name
                            + (offered.isEmpty() ? ": it has none at all" : ": it offers " + names(offered)))));
        }
        Set<String> own = installation.own();
        for (IInstallableUnit unit : chosen) {
            if (own.contains(Features.id(unit))) {
                throw new InputException(Features.id(unit) + " is part of this Volans and no plug-in");
            }
        }
        List<IInstallableUnit> present = installation.plugins();
        List<IInstallableUnit> missing =
                chosen.stream().filter(unit -> !present.contains(unit)).toList();
        if (missing.isEmpty()) {
            throw new InputException(
                    names(chosen) + (chosen.size() == 1 ? " is" : " are") + " installed already, in this version");
        }
        return missing;
    }

    /** Each is tried alone, so that one that does not fit (a view, without the workbench) does not keep out the others. */
    private List<IInstallableUnit> whatFits(
            Installation installation, Site from, IQueryable<IInstallableUnit> units, CliContext context)
            throws VoException, IOException {
        Set<String> own = installation.own();
        List<IInstallableUnit> present = installation.plugins();
        List<IInstallableUnit> offered = Site.features(units).stream()
                .filter(unit -> !own.contains(Features.id(unit)))
                .toList();
        if (offered.isEmpty()) {
            throw new InputException(from.typed() + " offers no plug-in");
        }
        List<IInstallableUnit> fitting = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        List<IInstallableUnit> coming =
                offered.stream().filter(unit -> !present.contains(unit)).toList();
        for (IInstallableUnit unit : coming) {
            Optional<String> obstacle = installer
                    .change(installation)
                    .add(List.of(unit), from)
                    .remove(older(installation, List.of(unit)))
                    .obstacle(units, context.monitor());
            obstacle.ifPresentOrElse(
                    reason -> obstacles.add(Features.id(unit) + ": " + reason), () -> fitting.add(unit));
        }
        if (obstacles.size() == offered.size()) {
            throw new InputException(
                    "cannot install anything of " + from.typed() + ": " + String.join("; ", obstacles));
        }
        obstacles.forEach(reason -> context.err().println("Left out " + reason));
        return fitting;
    }

    /** Other versions of the same plug-ins: they are replaced. */
    private static List<IInstallableUnit> older(Installation installation, List<IInstallableUnit> chosen)
            throws VoException, IOException {
        Set<String> ids = chosen.stream().map(IInstallableUnit::getId).collect(Collectors.toSet());
        return installation.plugins().stream()
                .filter(unit -> ids.contains(unit.getId()))
                .toList();
    }

    private void report(CliContext context, List<IInstallableUnit> chosen, Gate gate) {
        if (context.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("site", site);
            json.put("installed", chosen.stream().map(Listing::json).toList());
            json.put("bundles", gate.json());
            context.printJson(json);
            return;
        }
        if (chosen.isEmpty()) {
            context.err().println("Nothing else that " + site + " offers is to be installed.");
            return;
        }
        for (IInstallableUnit unit : chosen) {
            context.out().println("Installed " + Features.id(unit) + " " + Features.version(unit));
        }
        context.err().println("It takes part from the next start of Volans on.");
    }

    static String names(List<IInstallableUnit> units) {
        return units.stream()
                .map(Features::id)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(", "));
    }
}

package org.volans.plugins.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code volans plugin list}. */
@Command(
        name = "list",
        description = "Lists the plug-ins that are installed; with SITE what that offers.",
        footer = "  volans plugin list https://example.org/site")
final class PluginList implements CliCommand {

    private final Installer installer;

    @Parameters(paramLabel = "SITE", arity = "0..1", description = "URL, folder or zip of an update site")
    @Nullable
    String site;

    PluginList(Installer installer) {
        this.installer = installer;
    }

    @Override
    public int run(CliContext context) throws VoException, IOException {
        String given = site;
        if (given != null) {
            Site.check(given);
        }
        try (Installation installation = installer.look()) {
            if (given == null) {
                installed(installation, context);
            } else {
                offered(given, installation, context);
            }
            return 0;
        }
    }

    private static void installed(Installation installation, CliContext context) throws VoException, IOException {
        List<Map<String, Object>> json = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (IInstallableUnit unit : installation.plugins()) {
            String from = installation.siteOf(unit);
            Map<String, Object> one = Listing.json(unit);
            one.put("site", from);
            json.add(one);
            rows.add(List.of(Features.id(unit), Features.version(unit), Features.label(unit), from));
        }
        if (context.json()) {
            context.printJson(Map.of("plugins", json));
        } else if (rows.isEmpty()) {
            context.err().println("No plug-ins are installed.");
        } else {
            context.printTable(List.of("feature", "version", "name", "site"), rows);
        }
    }

    private static void offered(String site, Installation installation, CliContext context)
            throws VoException, IOException {
        Set<String> own = installation.own();
        List<IInstallableUnit> present = installation.plugins();
        List<Map<String, Object>> json = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        Site from = Site.of(site, context.path(site));
        for (IInstallableUnit unit : Site.features(from.load(installation, context.monitor()))) {
            String state = own.contains(Features.id(unit)) ? "part of Volans" : state(unit, present);
            Map<String, Object> one = Listing.json(unit);
            one.put("state", state);
            json.add(one);
            rows.add(List.of(Features.id(unit), Features.version(unit), Features.label(unit), state));
        }
        if (context.json()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("site", site);
            answer.put("features", json);
            context.printJson(answer);
        } else if (rows.isEmpty()) {
            context.err().println(site + " offers no feature.");
        } else {
            context.printTable(List.of("feature", "version", "name", "state"), rows);
        }
    }

    private static String state(IInstallableUnit unit, List<IInstallableUnit> present) {
        for (IInstallableUnit other : present) {
            if (other.getId().equals(unit.getId())) {
                int newer = unit.getVersion().compareTo(other.getVersion());
                return newer == 0 ? "installed" : (newer > 0 ? "update of " : "older than ") + Features.version(other);
            }
        }
        return "available";
    }
}

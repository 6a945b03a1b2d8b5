package org.volans.plugins.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code volans plugin remove}. */
@Command(
        name = "remove",
        description = "Removes plug-ins: those named, or all that came from SITE.",
        footer = "  volans plugin remove org.example.handler")
final class PluginRemove implements CliCommand {

    private final Installer installer;

    @Parameters(paramLabel = "SITE|FEATURE", arity = "1..*", description = "features, or the site that they came from")
    List<String> words = new ArrayList<>();

    PluginRemove(Installer installer) {
        this.installer = installer;
    }

    @Override
    public int run(CliContext context) throws VoException, IOException {
        for (String word : words) {
            Site.check(word);
        }
        Undo undo = installer.begin();
        Installation installation = installer.installation();
        List<IInstallableUnit> chosen =
                Selection.of(words, installation, context).plugins();
        if (chosen.isEmpty()) {
            throw new InputException("no plug-in of " + words.get(0) + " is installed");
        }
        installer.change(installation).remove(chosen).perform(undo, Change.NOTHING_FETCHED, context.monitor());
        if (context.json()) {
            context.printJson(
                    Map.of("removed", chosen.stream().map(Listing::json).toList()));
        } else {
            chosen.forEach(
                    unit -> context.out().println("Removed " + Features.id(unit) + " " + Features.version(unit)));
        }
        return 0;
    }
}

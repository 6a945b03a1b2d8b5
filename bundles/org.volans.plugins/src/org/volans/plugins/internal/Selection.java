package org.volans.plugins.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliContext;

/**
 * Installed plug-ins, chosen by the words of a command line: {@code [SITE] [FEATURE…]}.
 *
 * @param site the site, if the first word is one
 * @param named whether features were named
 * @param plugins those named; without names those that came from the site, without a site all
 */
record Selection(Optional<String> site, boolean named, List<IInstallableUnit> plugins) {

    static Selection of(List<String> words, Installation installation, CliContext context)
            throws VoException, IOException {
        List<IInstallableUnit> present = installation.plugins();
        Optional<String> site = words.stream()
                .limit(1)
                // an author stands beside a folder that is called as the feature
                .filter(word -> present.stream().noneMatch(unit -> Features.named(unit, word)))
                .filter(word -> Site.is(word, context.path(word)))
                .findFirst();
        List<IInstallableUnit> chosen = new ArrayList<>();
        for (String name : words.subList(site.isPresent() ? 1 : 0, words.size())) {
            chosen.add(present.stream()
                    .filter(unit -> Features.named(unit, name))
                    .findFirst()
                    .orElseThrow(() -> new InputException("no plug-in " + name + " is installed"
                            + (present.isEmpty() ? "" : ": there are " + PluginInstall.names(present)))));
        }
        if (words.size() > (site.isPresent() ? 1 : 0)) {
            return new Selection(site, true, chosen);
        }
        if (site.isEmpty()) {
            return new Selection(site, false, present);
        }
        Site wanted = Site.of(site.get(), context.path(site.get()));
        for (IInstallableUnit unit : present) {
            if (wanted.isAt(installation.siteOf(unit))) {
                chosen.add(unit);
            }
        }
        return new Selection(site, false, chosen);
    }
}

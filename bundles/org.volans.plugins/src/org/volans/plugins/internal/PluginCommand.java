package org.volans.plugins.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.plugins.internal.template.NewPlugin;
import picocli.CommandLine.Command;

/** {@code volans plugin}: the group of the commands about plug-ins. */
@Component(
        service = CliCommand.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            CliCommand.NAME + "=plugin",
            CliCommand.SUMMARY + "=install, list, update, remove and write plug-ins"
        })
@Command(
        description = {
            "Plug-ins of third parties: handlers, commands, views.",
            "A SITE is an update site (p2 repository): a URL, a folder, or a zip of one. A FEATURE is the unit that is"
                    + " installed; the word 'feature' at the end of its id may be left out."
        },
        footer = "  volans plugin install https://example.org/site org.example.handler")
public final class PluginCommand implements CliCommand {

    private final Installer installer;

    /** Called by DS. */
    @Activate
    public PluginCommand(@Reference Installer installer) {
        this.installer = installer;
    }

    @Override
    public int run(CliContext context) {
        throw new IllegalStateException("a group of commands is not run itself");
    }

    @Override
    public List<CliCommand> subcommands() {
        return List.of(
                new PluginInstall(installer),
                new PluginList(installer),
                new PluginUpdate(installer),
                new PluginRemove(installer),
                new NewPlugin());
    }
}

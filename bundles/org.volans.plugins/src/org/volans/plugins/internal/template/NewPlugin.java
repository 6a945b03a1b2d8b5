package org.volans.plugins.internal.template;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.plugins.internal.template.PluginKind.Does;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code volans plugin new}. */
@Command(
        name = "new",
        description = {
            "Writes the project of a plug-in: bundle, tests, feature, update site and their Maven build.",
            "It does something useful from the start, and passes its tests. The kinds:",
            "  row       " + Does.ROW,
            "  rows      " + Does.ROWS,
            "  position  " + Does.POSITION,
            "  table     " + Does.TABLE,
            "  image     " + Does.IMAGE,
            "  link      " + Does.LINK,
            "  viewer    " + Does.VIEWER,
            "  command   " + Does.COMMAND,
            "  filter    " + Does.FILTER,
            "  message   " + Does.MESSAGE,
            "  format    " + Does.FORMAT
        },
        footer = {"  volans plugin new galactic", "  volans plugin new org.example.finder --kind position --dir ~/src"})
public final class NewPlugin implements CliCommand {

    @Spec
    @Nullable
    CommandSpec spec;

    private String name = "";

    private Optional<String> apart = Optional.empty();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "row",
            description = "what it adds: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    PluginKind kind = PluginKind.ROW;

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            defaultValue = ".",
            description = "folder to make the project's folder in (default: this one)")
    String dir = ".";

    @Option(
            names = "--site",
            paramLabel = "SITE",
            description = "update site of Volans: an address, folder or zip (default: this Volans' own)")
    @Nullable
    String site;

    /** Checked before anything is done. */
    @Parameters(
            paramLabel = "NAME",
            description = "a word, or a package such as org.example.galactic; also the folder's name")
    void name(String given) {
        name = checked(given);
    }

    /** Likewise. */
    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "its Java package and id (default: NAME, or org.example.NAME)")
    void apart(String given) {
        apart = Optional.of(checked(given));
    }

    private String checked(String given) {
        try {
            PluginName.of(given, Optional.empty());
            return given;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public int run(CliContext context) throws VoException {
        PluginName plugin = PluginName.of(name, apart);
        Installed volans = new Installed();
        if (kind == PluginKind.COMMAND && volans.hasCommand(plugin.command())) {
            throw new InputException("volans has a command '" + plugin.command() + "' already: choose another name");
        }
        URI address = address(context, volans);
        PluginProject project = new PluginProject(plugin, kind, address.toString(), volans::range);
        Map<String, String> files = project.files();
        Path folder = context.path(dir).resolve(plugin.folder()).normalize();
        WholeFolder.write(folder, files, PluginProject.WRAPPER);
        if (context.json()) {
            context.printJson(json(plugin, folder, address, files));
        } else {
            print(plugin, project, context.out());
        }
        return 0;
    }

    private URI address(CliContext context, Installed volans) throws InputException {
        String given = site;
        if (given == null) {
            given = volans.site()
                    .orElseThrow(
                            () -> new InputException("this Volans does not know its own update site: name it by --site,"
                                    + " as an address, a folder or a zip"));
        }
        return SiteAddress.of(given, context::path);
    }

    private void print(PluginName plugin, PluginProject project, PrintStream out) {
        // as it is from where the user stands
        String folder = Path.of(dir).resolve(plugin.folder()).normalize().toString();
        String id = plugin.id();
        out.println(folder + ": the project of a plug-in " + kind.summary());
        out.println("  " + project.source() + "   begin here");
        out.println("  " + id + ".tests     its tests");
        out.println("  " + id + ".feature   what people install");
        out.println("  " + id + ".site      the update site to install it from");
        out.println("  README.md   how to build it, try it and give it away");
        if (apart.isEmpty() && !plugin.folder().contains(".")) {
            out.println("It is called " + id + "; with --package you give it a name of your own.");
        }
        out.println("Next: cd " + (folder.matches("[\\w./~-]+") ? folder : "'" + folder + "'") + " && ./mvnw verify");
    }

    private Map<String, Object> json(PluginName plugin, Path folder, URI address, Map<String, String> files) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("folder", folder);
        json.put("id", plugin.id());
        json.put("kind", kind.toString());
        json.put("site", address.toString());
        json.put("files", List.copyOf(files.keySet()));
        return json;
    }
}

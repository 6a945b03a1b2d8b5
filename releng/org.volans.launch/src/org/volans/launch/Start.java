package org.volans.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.adaptor.EclipseStarter;
import org.osgi.framework.BundleContext;
import org.osgi.framework.launch.Framework;

/**
 * Starts the framework of a product and runs its application, then leaves with the application's exit code.
 *
 * <p>It stands in for the Equinox launcher, which would look for the framework, a splash screen and a native library first,
 * and for Equinox's command line, which would swallow options such as {@code -data} that belong to the application.
 *
 * <p>System properties: {@code volans.product}, the product's folder; {@code volans.area}, a writable folder for the
 * framework's state; {@code volans.area.settled}, true once that state is complete: it is then only read, so that any number
 * of commands may run at once; {@code volans.workspace}, the folder of the workbench when it is the workbench that is wanted
 * and not a command; {@code volans.safe}, true to leave out plug-ins; {@code volans.console}, true to read Gogo commands from
 * standard input, beside the workbench or the command, or alone when there is neither. It sets {@code volans.site}, the
 * update site that the product knows.
 */
public final class Start {

    private static final int FAILED = 1;

    /** A little more than the command's shell grants, which then says so. */
    private static final int SECONDS_TO_TIDY_UP = 6;

    private Start() {}

    /** Never returns: exits with the application's code, 1 if it could not be run. */
    public static void main(String[] arguments) {
        int code = FAILED;
        CountDownLatch commandOver = new CountDownLatch(1);
        try {
            Path product = Path.of(System.getProperty("volans.product")).toAbsolutePath();
            UnfinishedChange unfinished = new UnfinishedChange(product);
            if (unfinished.putBack()) {
                System.err.println(
                        "volans: a change of the plug-ins had been broken off: they are as they were before it");
            }
            PluginState plugins = PluginState.of(product);
            System.setProperty(
                    "volans.site",
                    Files.readString(product.resolve("launcher/site")).strip());
            EclipseStarter.setInitialProperties(frameworkProperties(product, plugins, consoleAlone(arguments)));
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> stop(commandOver, unfinished, plugins), "Volans stop"));
            code = run(EclipseStarter.startup(new String[0], null), commandOver, arguments);
        } catch (Exception | Error e) {
            // an error, too: threads of the framework would keep the process alive
            System.err.println("volans: the framework could not run the application: " + e.getMessage());
        } finally {
            commandOver.countDown();
        }
        System.out.flush();
        System.exit(code);
    }

    private static boolean consoleAlone(String... arguments) {
        return Boolean.getBoolean("volans.console")
                && arguments.length == 0
                && System.getProperty("volans.workspace", "").isEmpty();
    }

    private static int run(BundleContext framework, CountDownLatch commandOver, String... arguments) throws Exception {
        boolean command = System.getProperty("volans.workspace", "").isEmpty();
        if (!command || arguments.length == 0) {
            commandOver.countDown(); // the workbench and the console end when the framework stops
        }
        if (command) {
            Faults.listen(framework, System.err);
        }
        if (Boolean.getBoolean("volans.console")) {
            boolean alone = consoleAlone(arguments);
            Console console = new Console(framework);
            console.start(alone);
            if (alone) {
                framework.getBundle().adapt(Framework.class).waitForStop(0);
                return console.exitCode();
            }
        }
        Object result = EclipseStarter.run(arguments);
        return result instanceof Integer number ? number : 0;
    }

    /**
     * Also on an interrupt: services then still close what they hold. The framework is not taken from under a command that tidies up;
     * one that goes on all the same is cut off, and what it was changing is put back, once more by the next start.
     */
    private static void stop(CountDownLatch command, UnfinishedChange unfinished, PluginState plugins) {
        try {
            if (command.await(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS)) {
                EclipseStarter.shutdown();
                unfinished.putBack();
                plugins.noteChange();
            } else {
                unfinished.putBackForNow();
            }
        } catch (Exception e) {
            System.err.println("volans: the framework did not stop cleanly: " + e.getMessage());
        }
    }

    private static Map<String, String> frameworkProperties(Path product, PluginState state, boolean consoleAlone)
            throws IOException {
        Path area = Path.of(System.getProperty("volans.area")).toAbsolutePath();
        Path configuration = product.resolve("configuration");
        Properties ini = new Properties();
        try (InputStream in = Files.newInputStream(configuration.resolve("config.ini"))) {
            ini.load(in);
        }
        Map<String, String> all = new HashMap<>();
        ini.stringPropertyNames().forEach(name -> all.put(name, ini.getProperty(name)));
        Path plugins = product.resolve("plugins");
        all.put("osgi.framework", url(framework(plugins)));
        all.put("osgi.syspath", plugins.toString());
        all.put("osgi.install.area", url(product));
        all.put("osgi.configuration.area", url(area));
        all.put("osgi.configuration.area.readOnly", System.getProperty("volans.area.settled", "false"));
        all.put("osgi.configuration.cascaded", "false");
        String workspace = System.getProperty("volans.workspace", "");
        if (workspace.isEmpty()) {
            forCommand(all);
            // it would be waited for at the end
            all.put("eclipse.application.launchDefault", String.valueOf(!consoleAlone));
        } else {
            forWorkbench(all, Path.of(workspace).toAbsolutePath().normalize());
        }
        all.put("osgi.user.area", "@none");
        // Gogo's own shell reads nothing: Console has another.
        all.put("gosh.args", "--nointeractive");
        // Where plug-ins are installed: beside the product's own configuration, not beside the state of this start.
        all.put("eclipse.p2.data.area", url(product.resolve("p2")));
        Path bundles = Boolean.getBoolean("volans.safe") ? state.withoutPlugins() : BundleList.file(product);
        all.put("org.eclipse.equinox.simpleconfigurator.configUrl", url(bundles));
        return all;
    }

    private static void forCommand(Map<String, String> all) {
        all.put("eclipse.application", "org.volans.cli.app");
        all.remove("eclipse.product");
        // A healthy run logs nothing; what the framework or the component runtime could not do is said by Faults.
        all.put("eclipse.log.enabled", "false");
        all.put("equinox.log.history.max", "50"); // what goes wrong before Faults listens
        all.put("osgi.instance.area", "@none");
    }

    /** Its log is in the workspace, where the Error Log view shows it. */
    private static void forWorkbench(Map<String, String> all, Path workspace) throws IOException {
        Files.createDirectories(workspace);
        all.put("eclipse.application", "org.volans.app.workbench");
        all.put("osgi.instance.area", url(workspace));
    }

    /** The framework's jar; its name carries its version. */
    static Path framework(Path plugins) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(plugins, "org.eclipse.osgi_*.jar")) {
            for (Path jar : found) {
                return jar;
            }
        }
        throw new IOException("no framework in " + plugins);
    }

    /** As Equinox writes them: without the percent signs of a proper URL, so that a folder's name may hold a blank. */
    private static String url(Path path) {
        return "file:" + path + (Files.isDirectory(path) ? "/" : "");
    }
}

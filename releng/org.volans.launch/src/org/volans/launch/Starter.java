package org.volans.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the program of an image (jpackage) runs: the launcher of the product inside, on the image's Java, with everything given on the
 * command line. So there is one launcher, and an image does what the archive does.
 *
 * <p>System property: {@code volans.product}, the product's folder.
 */
public final class Starter {

    private Starter() {}

    /** Never returns: exits with the launcher's code. */
    public static void main(String[] arguments) throws InterruptedException {
        Path product = Path.of(System.getProperty("volans.product"));
        boolean windows = File.separatorChar == '\\';
        List<String> command = new ArrayList<>(
                windows
                        ? List.of("cmd.exe", "/c", product.resolve("volans.cmd").toString())
                        : List.of("/bin/sh", product.resolve("volans").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder launcher = new ProcessBuilder(command).inheritIO();
        Map<String, String> environment = launcher.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        if (!windows && environment.getOrDefault("PATH", "").isEmpty()) {
            // a program started by its full name must not depend on it
            environment.put("PATH", "/usr/bin:/bin");
        }
        try {
            Process running = launcher.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "Volans stop"));
            System.exit(running.waitFor());
        } catch (IOException e) {
            System.err.println("volans: its launcher could not be started: " + e.getMessage());
            System.exit(1);
        }
    }

    /** An interrupt from a terminal reaches the launcher too; a request to end does not. Either way it is waited for. */
    private static void stop(Process launcher) {
        launcher.descendants().forEach(ProcessHandle::destroy);
        launcher.destroy();
        try {
            launcher.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

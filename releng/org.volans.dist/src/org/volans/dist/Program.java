package org.volans.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Other programs: their output is shown only if they fail. */
final class Program {

    private Program() {}

    static void run(String... command) throws IOException, InterruptedException {
        run(new ProcessBuilder(command));
    }

    static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            List<String> command = builder.command();
            throw new IOException(command.get(0) + " failed with " + code + ": " + said.strip());
        }
    }

    /** One of the programs of the Java development kit that runs this build. */
    static String ofJdk(String name) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? name + ".exe" : name)
                .toString();
    }
}

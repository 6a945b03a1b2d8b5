package org.volans.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A Java run time with what Volans and the Eclipse platform need, for the products that bring their own.
 *
 * @param folder where it is
 * @param name of whom it is
 * @param version its build
 */
record JavaRuntime(Path folder, String name, String version) {

    static final String LICENCE = "GPL-2.0-only WITH Classpath-exception-2.0";

    /** Plug-ins of others may use all of Java SE. Beyond it: TLS, names of files in zips, character sets and what STIL unmaps with. */
    private static final List<String> MODULES = List.of(
            "java.se",
            "jdk.charsets",
            "jdk.crypto.cryptoki",
            "jdk.crypto.ec",
            "jdk.httpserver",
            "jdk.localedata",
            "jdk.management",
            "jdk.net",
            "jdk.unsupported",
            "jdk.xml.dom",
            "jdk.zipfs");

    static JavaRuntime link(Path folder) throws IOException, InterruptedException {
        Tree.delete(folder);
        Program.run(
                Program.ofJdk("jlink"),
                "--add-modules",
                String.join(",", MODULES),
                "--include-locales",
                "en",
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                // The workbench's class archive stands on it.
                "--generate-cds-archive",
                "--output",
                folder.toString());
        // For heaps beyond 32 GB, which do without.
        Files.deleteIfExists(folder.resolve("lib/server/classes_nocoops.jsa"));
        String vendor = System.getProperty("java.vendor");
        String version = System.getProperty("java.runtime.version");
        // jlink leaves out by whom and which build it is; the launcher goes by the latter.
        Files.writeString(
                folder.resolve("release"),
                "IMPLEMENTOR=\"%s\"%nJAVA_RUNTIME_VERSION=\"%s\"%n".formatted(vendor, version),
                StandardOpenOption.APPEND);
        return new JavaRuntime(folder, "Java run time of " + vendor, version);
    }
}

package org.volans.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Build step: makes a materialised product quick to start and complete with its launcher.
 *
 * <p>The platform's jars are signed. The JVM checks the signatures of every class it loads from them and puts no such class in
 * its archive, which doubles the time of a short command; so the product (not the update site) ships them unsigned.
 */
public final class ProductFinisher {

    private static final Set<String> SIGNATURES = Set.of("SF", "RSA", "DSA", "EC");

    private ProductFinisher() {}

    /**
     * Arguments: the product's folder, the folder of the launcher scripts, the jar of this class, the update site that the product
     * knows, and for another system than this one its name and its processor, as in p2.
     */
    public static void main(String[] arguments) throws IOException {
        Path product = Path.of(arguments[0]);
        TargetSystem system = arguments.length > 4 ? new TargetSystem(arguments[4], arguments[5]) : TargetSystem.here();
        stripSignatures(product.resolve("plugins"));
        NativeLibrary.unpack(product.resolve("plugins"), product.resolve("native"), system);
        KnownSite.of(arguments[3]).writeTo(product);
        installLauncher(product, Path.of(arguments[1]), Path.of(arguments[2]), system);
    }

    private static void installLauncher(Path product, Path scripts, Path jar, TargetSystem system) throws IOException {
        // The framework's state and the JVM's archive belong to the jars of the build before.
        SavedState.delete(product.resolve("run"));
        Path launcher = Files.createDirectories(product.resolve("launcher"));
        writeLauncherJar(jar, product.resolve("plugins"), launcher.resolve("volans-launch.jar"));
        copy("logging.properties", scripts, launcher);
        if (system.isWindows()) {
            copy("volans.cmd", scripts, product);
        } else {
            copy("java.sh", scripts, launcher);
            copy("surroundings.sh", scripts, launcher);
            copy("volans", scripts, product);
            makeExecutable(product.resolve("volans"));
        }
        copyFonts(jar.resolveSibling("fonts"), Files.createDirectories(launcher.resolve("fonts")));
        Files.write(launcher.resolve("contents"), contents(product));
        SavedState.pristine(product).keep();
        // Its time says when this product was built, its first word names the state that belongs to it, the second its
        // bundles.
        Files.writeString(
                launcher.resolve("built"),
                Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "\n"
                        + BundleList.of(product).fingerprint() + "\n");
    }

    /** The features and bundles of Volans itself, by id: all others are plug-ins, which {@code --safe} leaves out. */
    private static Set<String> contents(Path product) throws IOException {
        Set<String> names = new TreeSet<>(BundleList.of(product).names());
        try (DirectoryStream<Path> features = Files.newDirectoryStream(product.resolve("features"))) {
            for (Path feature : features) {
                String name = feature.getFileName().toString();
                names.add(name.substring(0, name.lastIndexOf('_')));
            }
        }
        return names;
    }

    private static void copy(String name, Path from, Path to) throws IOException {
        Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void makeExecutable(Path script) throws IOException {
        if (!script.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + script + " executable");
        }
    }

    /**
     * The framework is named in the manifest, so that {@code -jar} finds it, and so is the permission for DuckDB's native library:
     * as an option on the command line it would keep the JVM from using its class archive.
     */
    private static void writeLauncherJar(Path jar, Path plugins, Path launcherJar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(launcherJar);
                ZipOutputStream target = new ZipOutputStream(out)) {
            Manifest manifest = new Manifest();
            Attributes main = manifest.getMainAttributes();
            main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            main.put(Attributes.Name.MAIN_CLASS, Start.class.getName());
            main.put(Attributes.Name.CLASS_PATH, classPath(plugins));
            main.putValue("Enable-Native-Access", "ALL-UNNAMED");
            // The framework adds its extensions to the class path by a method of the JDK's own class loader.
            main.putValue("Add-Opens", "java.base/jdk.internal.loader");
            target.putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
            manifest.write(target);
            target.closeEntry();
            copyEntries(zip, target, name -> name.endsWith(".class"));
        }
    }

    /** The framework and its extensions, which must have its class loader: p2 asks one for the resolver's state. */
    private static String classPath(Path plugins) throws IOException {
        StringBuilder path =
                new StringBuilder("../plugins/" + Start.framework(plugins).getFileName());
        try (DirectoryStream<Path> extensions =
                Files.newDirectoryStream(plugins, "org.eclipse.osgi.compatibility.state_*.jar")) {
            extensions.forEach(jar -> path.append(" ../plugins/").append(jar.getFileName()));
        }
        return path.toString();
    }

    private static void copyFonts(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void stripSignatures(Path plugins) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(plugins, "*.jar")) {
            for (Path jar : jars) {
                stripJar(jar);
            }
        }
    }

    private static void stripJar(Path jar) throws IOException {
        Path unsigned = jar.resolveSibling(jar.getFileName() + ".unsigned");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.stream().noneMatch(entry -> isSignature(entry.getName()))) {
                return;
            }
            try (OutputStream out = Files.newOutputStream(unsigned);
                    ZipOutputStream target = new ZipOutputStream(out)) {
                copyEntries(zip, target, name -> !isSignature(name));
            }
        }
        Files.move(unsigned, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copyEntries(ZipFile zip, ZipOutputStream target, Predicate<String> wanted) throws IOException {
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (!wanted.test(entry.getName())) {
                continue;
            }
            ZipEntry copy = new ZipEntry(entry.getName());
            copy.setTime(entry.getTime());
            target.putNextEntry(copy);
            try (InputStream in = zip.getInputStream(entry)) {
                if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    target.write(withoutDigests(in));
                } else {
                    in.transferTo(target);
                }
            }
            target.closeEntry();
        }
    }

    private static boolean isSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("META-INF/")
                && upper.indexOf('/', "META-INF/".length()) < 0
                && SIGNATURES.contains(upper.substring(upper.lastIndexOf('.') + 1));
    }

    private static byte[] withoutDigests(InputStream in) throws IOException {
        Manifest manifest = new Manifest(in);
        for (Attributes section : manifest.getEntries().values()) {
            Set<Object> digests = section.keySet().stream()
                    .filter(key -> key.toString().endsWith("-Digest"))
                    .collect(Collectors.toSet());
            section.keySet().removeAll(digests);
        }
        manifest.getEntries().values().removeIf(Attributes::isEmpty);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        manifest.write(out);
        return out.toByteArray();
    }
}

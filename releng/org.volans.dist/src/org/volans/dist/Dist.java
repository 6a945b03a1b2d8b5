package org.volans.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.volans.launch.TargetSystem;

/** Build step: makes what people download, in {@code target/dist}, of the products and the update site. */
public final class Dist {

    private static final TargetSystem LINUX = new TargetSystem("linux", "x86_64");

    private final Path root;
    private final Path module;
    private final Path stage;
    private final Path out;
    private final String version;
    private final Licences licences;

    private Dist(Path root, String mavenVersion) throws IOException {
        this.root = root;
        module = root.resolve("releng/org.volans.dist");
        stage = module.resolve("target/stage");
        out = module.resolve("target/dist");
        version = mavenVersion.replace("-SNAPSHOT", "");
        licences = new Licences(module.resolve("licences"));
    }

    /** Arguments: the folder of the sources, the version. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Dist(Path.of(arguments[0]).toAbsolutePath(), arguments[1]).make(arguments[1].endsWith("-SNAPSHOT"));
    }

    private void make(boolean snapshot) throws IOException, InterruptedException {
        Tree.delete(out);
        Tree.delete(stage);
        Files.createDirectories(out);
        inParallel(products().stream()
                .<Callable<Void>>map(product -> () -> archive(product))
                .toList());
        Optional<Product> desktop =
                products().stream().filter(Dist::isDesktopHere).findFirst();
        if (desktop.isPresent()) {
            withJava(staged(desktop.get()), snapshot);
        } else {
            TargetSystem here = TargetSystem.here();
            System.out.println(
                    "No image with a Java of its own: there is no product for " + here.os() + " " + here.arch());
        }
        Files.copy(
                root.resolve("releng/org.volans.repository/target/org.volans.repository-" + version
                        + (snapshot ? "-SNAPSHOT" : "") + ".zip"),
                out.resolve("volans-" + version + "-site.zip"),
                StandardCopyOption.REPLACE_EXISTING);
        writeSums();
    }

    private List<Product> products() {
        Path desktop = root.resolve("releng/org.volans.product/target/products/volans");
        Path headless = root.resolve("releng/org.volans.headless.product/target/products/volans.headless");
        String folder = "volans-" + version;
        return List.of(
                new Product(
                        "volans-headless-" + version + "-linux-x86_64",
                        "volans-headless-" + version,
                        headless.resolve("linux/gtk/x86_64"),
                        LINUX),
                new Product(folder + "-linux-x86_64", folder, desktop.resolve("linux/gtk/x86_64"), LINUX),
                new Product(
                        folder + "-windows-x86_64",
                        folder,
                        desktop.resolve("win32/win32/x86_64"),
                        new TargetSystem("win32", "x86_64")),
                new Product(
                        folder + "-macos-aarch64",
                        folder,
                        desktop.resolve("macosx/cocoa/aarch64/Eclipse.app/Contents/Eclipse"),
                        new TargetSystem("macosx", "aarch64")));
    }

    private static boolean isDesktopHere(Product product) {
        return product.runsHere() && !product.archive().contains("headless");
    }

    private Product staged(Product product) {
        return product.in(stage.resolve(product.archive()));
    }

    /** Most of the time goes into compressing, which takes one processor each. */
    private static void inParallel(List<Callable<Void>> tasks) throws IOException, InterruptedException {
        try (ExecutorService pool =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    private Void archive(Product finished) throws IOException, InterruptedException {
        Product product = staged(finished);
        Instant time = finished.committed();
        Tree.copy(finished.folder(), product.folder());
        Tree.delete(product.folder().resolve("run"));
        product.writeBuilt();
        describe(product, List.of());
        Tree.setTimes(product.folder(), time);
        if (product.runsHere()) {
            Packed.framework(product, time);
            Tree.setTimes(product.folder(), time);
        }
        if (product.system().isWindows()) {
            Archive.zip(product.folder(), product.top(), out.resolve(product.archive() + ".zip"));
        } else {
            Archive.tarGz(product.folder(), product.top(), out.resolve(product.archive() + ".tar.gz"));
        }
        return null;
    }

    /** What is in it, under which licences: in the product and, for whoever looks before he downloads it, beside the archive. */
    private void describe(Product product, List<JavaRuntime> runtime) throws IOException {
        Path folder = product.folder().resolve("licences");
        Tree.delete(folder);
        List<Component> components = new Inventory(root).of(product.folder());
        StringBuilder more = new StringBuilder(
                "| DejaVu fonts | as in launcher/fonts | %s; see launcher/fonts/LICENSE |%n".formatted(Sbom.FONTS));
        for (JavaRuntime java : runtime) {
            more.append("| %s | %s | %s; see runtime/legal |%n"
                    .formatted(java.name(), java.version(), JavaRuntime.LICENCE));
        }
        licences.write(components, more.toString(), folder);
        Path bill = folder.resolve("sbom.cdx.json");
        new Sbom(licences, version, product.committed()).write(product, components, runtime, bill);
        Files.copy(bill, out.resolve(product.archive() + ".cdx.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** The image and, on Linux, the package: the desktop product with a Java of its own. */
    private void withJava(Product desktop, boolean snapshot) throws IOException, InterruptedException {
        Instant time = desktop.committed();
        JavaRuntime runtime = JavaRuntime.link(stage.resolve("runtime"));
        Tree.setTimes(runtime.folder(), time);
        String archive = desktop.archive() + "-image";
        Product product = new Product(archive, desktop.top(), stage.resolve("desktop"), desktop.system());
        Tree.copy(desktop.folder(), product.folder());
        Tree.delete(product.folder().resolve(Packed.FOLDER));
        describe(product, List.of(runtime));
        Tree.setTimes(product.folder(), time);
        Path packed = stage.resolve("packed");
        Packed.frameworkAndClasses(product, runtime, packed, time);
        Tree.setTimes(product.folder(), time);
        Path branding = root.resolve("bundles/org.volans.app/branding");
        Path image = AppImage.make(
                product, runtime, packed, version, branding.resolve("volans128.png"), stage.resolve("image"));
        Tree.setTimes(image, time);
        List<Callable<Void>> tasks = new ArrayList<>();
        tasks.add(() -> {
            Archive.tarGz(image, product.top(), out.resolve(archive + ".tar.gz"));
            return null;
        });
        if (product.system().equals(LINUX)) {
            tasks.add(() -> {
                String debian = debianVersion(snapshot, time);
                new DebianPackage(module.resolve("debian"), branding, stage.resolve("debian"), time)
                        .write(product, runtime, packed, debian, out.resolve("volans_" + debian + "_amd64.deb"));
                return null;
            });
        }
        inParallel(tasks);
    }

    /** "~" sorts before the release. */
    private String debianVersion(boolean snapshot, Instant time) {
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneOffset.UTC);
        return snapshot ? version + "~" + minutes.format(time) : version;
    }

    private void writeSums() throws IOException {
        StringBuilder sums = new StringBuilder();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.sorted().toList()) {
                sums.append(Sbom.sha256(file))
                        .append("  ")
                        .append(file.getFileName())
                        .append('\n');
            }
        }
        Files.writeString(out.resolve("SHA256SUMS"), sums);
    }
}

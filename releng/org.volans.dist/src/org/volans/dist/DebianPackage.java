package org.volans.dist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.vafer.jdeb.Console;
import org.vafer.jdeb.DataProducer;
import org.vafer.jdeb.DebMaker;
import org.vafer.jdeb.PackagingException;
import org.vafer.jdeb.mapping.Mapper;
import org.vafer.jdeb.mapping.PermMapper;
import org.vafer.jdeb.producers.DataProducerFile;
import org.vafer.jdeb.producers.DataProducerLink;
import org.vafer.jdeb.utils.MapVariableResolver;

/** The Debian package: the product and its Java in {@code /usr/lib/volans}, and what a desktop wants to know of it. */
final class DebianPackage {

    private static final String HOME = "usr/lib/volans";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT);
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256};

    private static final Console QUIET = new Console() {
        @Override
        public void debug(String message) {}

        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {
            System.err.println("jdeb: " + message);
        }
    };

    private final Path files;
    private final Path branding;
    private final Path stage;
    private final Instant time;
    private final List<DataProducer> content = new ArrayList<>();

    /**
     * @param files the folder of the package's own files, {@code debian}
     * @param branding where the program's icons are
     * @param stage a folder for what is made on the way
     */
    DebianPackage(Path files, Path branding, Path stage, Instant time) {
        this.files = files;
        this.branding = branding;
        this.stage = stage;
        this.time = time;
    }

    void write(Product product, JavaRuntime runtime, Path packed, String version, Path deb) throws IOException {
        Files.createDirectories(stage);
        tree(product.folder(), HOME);
        tree(runtime.folder(), HOME + "/runtime");
        tree(packed, HOME + "/" + Packed.FOLDER);
        content.add(new DataProducerLink("./usr/bin/volans", "../lib/volans/volans", true, null, null, null));
        for (int size : ICON_SIZES) {
            file(
                    branding.resolve("volans" + size + ".png"),
                    "usr/share/icons/hicolor/" + size + "x" + size + "/apps/volans.png");
        }
        file(branding.resolve("volans.svg"), "usr/share/icons/hicolor/scalable/apps/volans.svg");
        file(files.resolve("volans.desktop"), "usr/share/applications/volans.desktop");
        file(files.resolve("volans.xml"), "usr/share/mime/packages/volans.xml");
        file(files.resolve("copyright"), "usr/share/doc/volans/copyright");
        file(files.resolve("overrides"), "usr/share/lintian/overrides/volans");
        compressed(Files.readString(files.resolve("volans.1")), "usr/share/man/man1/volans.1.gz");
        compressed(changelog(version), "usr/share/doc/volans/changelog.gz");
        make(version, deb);
    }

    private void make(String version, Path deb) throws IOException {
        Path control = Files.createDirectories(stage.resolve("control"));
        for (String name : List.of("control", "postrm")) {
            Files.copy(files.resolve(name), control.resolve(name));
        }
        DebMaker maker = new DebMaker(QUIET, content, List.of());
        maker.setControl(control.toFile());
        maker.setDeb(deb.toFile());
        maker.setCompression("gzip");
        maker.setDigest("SHA256");
        // dpkg reads no other long names.
        maker.setTarLongFileMode("gnu");
        maker.setOutputTimestampMs(time.toEpochMilli());
        maker.setResolver(new MapVariableResolver(Map.of("version", version)));
        try {
            maker.validate();
            maker.makeDeb();
        } catch (PackagingException e) {
            throw new IOException("no Debian package: " + e.getMessage(), e);
        }
    }

    private String changelog(String version) throws IOException {
        return Files.readString(files.resolve("changelog"))
                .replace("[[version]]", version)
                .replace("[[date]]", DATE.format(time.atOffset(ZoneOffset.UTC)));
    }

    /** Without a file's name and time in it, as Debian wants it. */
    private void compressed(String text, String to) throws IOException {
        Path packed = stage.resolve(to.substring(to.lastIndexOf('/') + 1));
        GzipParameters best = new GzipParameters();
        best.setCompressionLevel(Deflater.BEST_COMPRESSION);
        try (OutputStream gzip = new GzipCompressorOutputStream(Files.newOutputStream(packed), best)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        file(packed, to);
    }

    private void tree(Path folder, String to) throws IOException {
        for (Path path : Tree.list(folder)) {
            if (Files.isSymbolicLink(path)) {
                String target = Files.readSymbolicLink(path).toString();
                content.add(new DataProducerLink(
                        "./" + to + "/" + folder.relativize(path), target, true, null, null, null));
            } else if (Files.isRegularFile(path)) {
                file(path, to + "/" + folder.relativize(path));
            }
        }
    }

    /** jdeb adds the folders above. */
    private void file(Path path, String to) throws IOException {
        int mode = Archive.mode(path);
        Mapper ofRoot = new PermMapper(0, 0, "root", "root", mode, -1, 0, null);
        content.add(new DataProducerFile(path.toFile(), to, null, null, new Mapper[] {ofRoot}));
    }
}

package org.volans.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component.Type;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.license.Expression;

/** A software bill of materials in CycloneDX 1.6: every library that is shipped, with its licence and its sum as shipped. */
final class Sbom {

    /** What the DejaVu fonts add to those of Bitstream is in the public domain. */
    static final String FONTS = "Bitstream-Vera";

    private final Licences licences;
    private final String version;
    private final Instant built;

    Sbom(Licences licences, String version, Instant built) {
        this.licences = licences;
        this.version = version;
        this.built = built;
    }

    /** The bill for one product; {@code runtime} is empty for one that comes without Java. */
    void write(Product product, List<Component> components, List<JavaRuntime> runtime, Path file) throws IOException {
        Bom bom = new Bom();
        bom.setMetadata(metadata(product.archive()));
        for (Component component : components) {
            bom.addComponent(entry(component));
        }
        bom.addComponent(library(product));
        try (DirectoryStream<Path> fonts =
                Files.newDirectoryStream(product.folder().resolve("launcher/fonts"), "*.ttf")) {
            for (Path font : fonts) {
                bom.addComponent(file("launcher/fonts/" + font.getFileName(), "DejaVu font", FONTS, font));
            }
        }
        for (JavaRuntime java : runtime) {
            bom.addComponent(java(java));
        }
        try {
            Files.writeString(
                    file,
                    BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString() + "\n");
        } catch (GeneratorException e) {
            throw new IOException("no bill of materials for " + product.archive() + ": " + e.getMessage(), e);
        }
    }

    private Metadata metadata(String name) {
        org.cyclonedx.model.Component subject = new org.cyclonedx.model.Component();
        subject.setType(Type.APPLICATION);
        subject.setName(name);
        subject.setVersion(version);
        subject.setBomRef(name);
        subject.setLicenses(choice("EPL-2.0"));
        Metadata metadata = new Metadata();
        metadata.setTimestamp(Date.from(built));
        metadata.setComponent(subject);
        return metadata;
    }

    private org.cyclonedx.model.Component entry(Component component) throws IOException {
        org.cyclonedx.model.Component entry = new org.cyclonedx.model.Component();
        entry.setType(Type.LIBRARY);
        entry.setGroup(component.group());
        entry.setName(component.artifact());
        entry.setVersion(component.release());
        entry.setPurl(component.purl());
        entry.setBomRef(component.name() + "@" + component.version());
        entry.setLicenses(choice(licences.of(component)));
        if (Files.isRegularFile(component.file())) {
            entry.addHash(new Hash(Hash.Algorithm.SHA_256, sha256(component.file())));
        }
        for (Component part : component.parts()) {
            org.cyclonedx.model.Component inside = entry(part);
            // it is unpacked into the other: there is no file to take the sum of
            inside.setHashes(List.of());
            entry.addComponent(inside);
        }
        return entry;
    }

    /** DuckDB's native library stands beside the bundle that it was taken out of. */
    private static org.cyclonedx.model.Component library(Product product) throws IOException {
        Path file = product.nativeLibrary();
        String description = "DuckDB's library for " + product.system().os() + " "
                + product.system().arch();
        return file("native/" + file.getFileName(), description, "MIT", file);
    }

    private static org.cyclonedx.model.Component file(String name, String description, String licence, Path file)
            throws IOException {
        org.cyclonedx.model.Component entry = new org.cyclonedx.model.Component();
        entry.setType(Type.FILE);
        entry.setName(name);
        entry.setBomRef(name);
        entry.setDescription(description);
        entry.setLicenses(choice(licence));
        entry.addHash(new Hash(Hash.Algorithm.SHA_256, sha256(file)));
        return entry;
    }

    private static org.cyclonedx.model.Component java(JavaRuntime java) {
        org.cyclonedx.model.Component entry = new org.cyclonedx.model.Component();
        entry.setType(Type.PLATFORM);
        entry.setName(java.name());
        entry.setVersion(java.version());
        entry.setBomRef("java-runtime");
        entry.setLicenses(choice(JavaRuntime.LICENCE));
        return entry;
    }

    private static LicenseChoice choice(String expression) {
        LicenseChoice choice = new LicenseChoice();
        if (expression.contains(" ")) {
            choice.setExpression(new Expression(expression));
        } else {
            License license = new License();
            if (expression.startsWith("LicenseRef-")) {
                license.setName(expression.substring("LicenseRef-".length()).replace('-', ' '));
            } else {
                license.setId(expression);
            }
            choice.addLicense(license);
        }
        return choice;
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestOutputStream out =
                        new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

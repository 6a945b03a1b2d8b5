package org.volans.product;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes p2 repositories by hand, as Tycho does from a build: bundles, a feature of them, and the two indexes. */
final class UpdateSite {

    private static final String IU = "org.eclipse.equinox.p2.iu";

    private final String feature;
    private final String version;
    private final List<PluginJar> bundles = new ArrayList<>();
    private final List<String> featureNeeds = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final List<String> artifacts = new ArrayList<>();
    private String repositoryVersion = "1.2.0";
    private String openPgpKeys = "";
    private Signing openPgp = file -> "";

    /** Makes the signature of a file. */
    interface Signing {
        String of(byte[] file) throws IOException;
    }

    UpdateSite(String feature, String version) {
        this.feature = feature;
        this.version = version;
    }

    UpdateSite with(PluginJar bundle) {
        bundles.add(bundle);
        return this;
    }

    /** What the feature needs beside its bundles: another feature. */
    UpdateSite needing(String otherFeature, String range) {
        featureNeeds.add(required(IU, otherFeature + ".feature.group", range));
        return this;
    }

    /** Of the format of the metadata. */
    UpdateSite inVersion(String format) {
        repositoryVersion = format;
        return this;
    }

    /** The index gives a signature of each bundle and feature, and the keys to check them, if any; all in armored form. */
    UpdateSite openPgp(String keys, Signing signing) {
        openPgpKeys = keys;
        openPgp = signing;
        return this;
    }

    /** @return the folder */
    Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("plugins"));
        Files.createDirectories(folder.resolve("features"));
        for (PluginJar bundle : bundles) {
            byte[] jar = bundle.bytes();
            Files.write(folder.resolve("plugins").resolve(bundle.fileName()), jar);
            artifacts.add(artifact("osgi.bundle", bundle.name(), bundle.version(), jar));
            units.add(unit(bundle));
        }
        byte[] jar = featureJar();
        Files.write(folder.resolve("features").resolve(feature + "_" + version + ".jar"), jar);
        artifacts.add(artifact("org.eclipse.update.feature", feature, version, jar));
        units.add(featureGroup());
        units.add(featureJarUnit());
        Files.writeString(folder.resolve("content.xml"), content());
        Files.writeString(folder.resolve("artifacts.xml"), artifactIndex());
        return folder;
    }

    private static String unit(PluginJar bundle) {
        List<String> needs = bundle.imports().stream()
                .map(each -> required("java.package", each.name(), each.range()))
                .toList();
        return "<unit id='" + bundle.name() + "' version='" + bundle.version() + "' singleton='false'>"
                + "<provides size='3'>"
                + provided(IU, bundle.name(), bundle.version())
                + provided("osgi.bundle", bundle.name(), bundle.version())
                + provided("org.eclipse.equinox.p2.eclipse.type", "bundle", "1.0.0")
                + "</provides>"
                + requires(needs)
                + artifactOf("osgi.bundle", bundle.name(), bundle.version())
                + instruction("manifest", bundle.manifest())
                + "</unit>";
    }

    private String featureGroup() {
        List<String> needs = new ArrayList<>(featureNeeds);
        bundles.forEach(bundle -> needs.add(required(IU, bundle.name(), exactly(bundle.version()))));
        needs.add(required(IU, feature + ".feature.jar", exactly(version)));
        return "<unit id='" + feature + ".feature.group' version='" + version + "' singleton='false'>"
                + "<properties size='3'><property name='org.eclipse.equinox.p2.name' value='Test of " + feature + "'/>"
                + "<property name='org.eclipse.equinox.p2.provider' value='The tester'/>"
                + "<property name='org.eclipse.equinox.p2.type.group' value='true'/></properties>"
                + "<provides size='1'>" + provided(IU, feature + ".feature.group", version) + "</provides>"
                + requires(needs)
                + "</unit>";
    }

    private String featureJarUnit() {
        return "<unit id='" + feature + ".feature.jar' version='" + version + "'><provides size='3'>"
                + provided(IU, feature + ".feature.jar", version)
                + provided("org.eclipse.equinox.p2.eclipse.type", "feature", "1.0.0")
                + provided("org.eclipse.update.feature", feature, version)
                + "</provides>"
                + artifactOf("org.eclipse.update.feature", feature, version)
                + instruction("zipped", "true")
                + "</unit>";
    }

    private byte[] featureJar() throws IOException {
        String plugins = bundles.stream()
                .map(bundle -> "<plugin id='" + bundle.name() + "' version='" + bundle.version() + "'/>")
                .collect(Collectors.joining());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("feature.xml"));
            zip.write(("<feature id='" + feature + "' version='" + version + "'>" + plugins + "</feature>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private String content() {
        return "<?xml version='1.0' encoding='UTF-8'?>\n<?metadataRepository version='" + repositoryVersion + "'?>\n"
                + "<repository"
                + " name='test'"
                + " type='org.eclipse.equinox.internal.p2.metadata.repository.LocalMetadataRepository'"
                + " version='1'>" + sized("units", units) + "</repository>\n";
    }

    private String artifactIndex() {
        return "<?xml version='1.0' encoding='UTF-8'?>\n"
                + "<?artifactRepository version='1.1.0'?>\n"
                + "<repository name='test' type='org.eclipse.equinox.p2.artifact.repository.simpleRepository'"
                + " version='1'>" + properties(Map.of("pgp.publicKeys", openPgpKeys))
                + "<mappings size='2'><rule filter='(&amp; (classifier=osgi.bundle))'"
                + " output='${repoUrl}/plugins/${id}_${version}.jar'/><rule filter='(&amp;"
                + " (classifier=org.eclipse.update.feature))'"
                + " output='${repoUrl}/features/${id}_${version}.jar'/></mappings>"
                + sized("artifacts", artifacts) + "</repository>\n";
    }

    private String artifact(String classifier, String id, String version, byte[] jar) throws IOException {
        Map<String, String> properties = Map.of(
                "download.size", String.valueOf(jar.length),
                "download.checksum.sha-256", sha256(jar),
                "pgp.signatures", openPgp.of(jar));
        return "<artifact classifier='" + classifier + "' id='" + id + "' version='" + version + "'>"
                + properties(properties) + "</artifact>";
    }

    private static String properties(Map<String, String> all) {
        return sized(
                "properties",
                all.entrySet().stream()
                        .filter(each -> !each.getValue().isEmpty())
                        .map(each -> "<property name='" + each.getKey() + "' value='"
                                + each.getValue().replace("<", "&lt;").replace("\n", "&#10;") + "'/>")
                        .toList());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String requires(List<String> needs) {
        return needs.isEmpty() ? "" : sized("requires", needs);
    }

    private static String sized(String element, List<String> children) {
        return "<" + element + " size='" + children.size() + "'>" + String.join("", children) + "</" + element + ">";
    }

    private static String provided(String namespace, String name, String version) {
        return "<provided namespace='" + namespace + "' name='" + name + "' version='" + version + "'/>";
    }

    private static String required(String namespace, String name, String range) {
        return "<required namespace='" + namespace + "' name='" + name + "' range='" + range + "'/>";
    }

    private static String artifactOf(String classifier, String id, String version) {
        return "<artifacts size='1'><artifact classifier='" + classifier + "' id='" + id + "' version='" + version
                + "'/></artifacts>";
    }

    private static String instruction(String key, String value) {
        return "<touchpoint id='org.eclipse.equinox.p2.osgi' version='1.0.0'/><touchpointData size='1'>"
                + "<instructions size='1'><instruction key='" + key + "'>" + value.replace("<", "&lt;")
                + "</instruction></instructions></touchpointData>";
    }

    private static String exactly(String version) {
        return "[" + version + "," + version + "]";
    }
}

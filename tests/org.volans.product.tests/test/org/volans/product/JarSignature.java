package org.volans.product;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;

/**
 * Signs jars as their author.
 *
 * @param author a distinguished name (RFC 2253)
 */
record JarSignature(String author) {

    private static final String PASSWORD = "of a test";

    byte[] sign(byte[] jar) throws IOException {
        Path folder = Files.createTempDirectory("jar-signature-");
        Path store = folder.resolve("keys.p12");
        Path file = Files.write(folder.resolve("unsigned.jar"), jar);
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            new JarSigner.Builder(key(store)).build().sign(zip, signed);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot sign", e);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(store);
            Files.deleteIfExists(folder);
        }
        return signed.toByteArray();
    }

    private PrivateKeyEntry key(Path store) throws IOException, GeneralSecurityException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD,
                        "-keyalg",
                        "EC",
                        "-alias",
                        "author",
                        "-dname",
                        author)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!Files.exists(store)) {
            throw new IOException("keytool made no key: " + said);
        }
        char[] password = PASSWORD.toCharArray();
        return (PrivateKeyEntry)
                KeyStore.getInstance(store.toFile(), password).getEntry("author", new PasswordProtection(password));
    }

    /** The jar with another content of one entry; everything else, the signature too, as it is. */
    static byte[] exchange(byte[] jar, String entry, String content) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream to = new ZipOutputStream(changed)) {
            for (ZipEntry each = from.getNextEntry(); each != null; each = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(each.getName()));
                byte[] bytes = from.readAllBytes();
                to.write(each.getName().equals(entry) ? content.getBytes(StandardCharsets.UTF_8) : bytes);
            }
        }
        return changed.toByteArray();
    }
}

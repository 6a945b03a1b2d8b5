package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be installed: one line that says why, and the installation is byte for byte what it was before. */
class PluginBadInputTest {

    private static final String HANDLER = "org.volans.api.handler.RowHandler";

    @TempDir
    private static Path folder;

    private static ProductCopy product;

    private static String fingerprint = "";

    @BeforeAll
    static void makeSites() throws Exception {
        product = ProductCopy.of(Volans.PRODUCT, folder.resolve("my volans"));
        new Volans(folder).of(product.folder()).run("--version"); // makes its state
        site("good", new PluginJar("trial.good", "1.0.0"));
        site("newer", new PluginJar("trial.newer", "1.0.0").importing("org.volans.api.handler", "[9,10)"));
        site(
                "same-id",
                new PluginJar("trial.sameid", "1.0.0")
                        .component("trial.Handler", HANDLER, "volans.handler.id", "org.volans.handlers.sed", ""));
        new UpdateSite("trial.needy", "1.0.0")
                .needing("trial.elsewhere", "[2.0.0,3.0.0)")
                .writeTo(folder.resolve("needy"));
        new UpdateSite("trial.future", "1.0.0").inVersion("99.0.0").writeTo(folder.resolve("future"));
        cut(site("cut-index", new PluginJar("trial.good", "1.0.0")).resolve("content.xml"));
        cut(site("cut-bundle", new PluginJar("trial.good", "1.0.0")).resolve("plugins/trial.good_1.0.0.jar"));
        Path changed = site("changed-bundle", new PluginJar("trial.good", "1.0.0"));
        Files.copy(
                site("other", new PluginJar("trial.good", "1.0.0").header("X-Changed", "yes"))
                        .resolve("plugins/trial.good_1.0.0.jar"),
                changed.resolve("plugins/trial.good_1.0.0.jar"),
                StandardCopyOption.REPLACE_EXISTING);
        signWrongly();
        Files.createDirectory(folder.resolve("empty"));
        Files.createDirectory(folder.resolve("with#hash"));
        Files.writeString(folder.resolve("no.zip"), "This is no zip.");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("other.zip")))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }
    }

    /** The checksums fit each time: who may write to a site writes them, too. */
    private static void signWrongly() throws IOException {
        OpenPgpSignature author = OpenPgpSignature.by("Ann Author <ann@example.org>");
        OpenPgpSignature other = OpenPgpSignature.by("Bob <bob@example.org>");
        byte[] otherFile = "as it was signed".getBytes(StandardCharsets.UTF_8);
        signed("pgp-changed", author.publicKey(), file -> author.sign(otherFile));
        signed("pgp-other-key", other.publicKey(), author::sign);
        signed("pgp-no-key", "", author::sign);
        signed("pgp-garbage", author.publicKey(), file -> "no signature");
        // it could tell, but what is installed is not to depend on who installs it
        Files.write(
                Files.createDirectory(folder.resolve("gnupg")).resolve("pubring.gpg"),
                author.key().toCertificate().getEncoded());
        fingerprint = author.fingerprint();
    }

    private static void signed(String name, String keys, UpdateSite.Signing signing) throws IOException {
        new UpdateSite("trial." + name, "1.0.0")
                .with(new PluginJar("trial.good", "1.0.0"))
                .openPgp(keys, signing)
                .writeTo(folder.resolve(name));
    }

    private static Path site(String name, PluginJar bundle) throws IOException {
        return new UpdateSite("trial." + name, "1.0.0").with(bundle).writeTo(folder.resolve(name));
    }

    private static void cut(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length / 2));
    }

    private record Case(int code, List<String> words, List<String> mentions) implements Arguments {

        static Case install(String... words) {
            return new Case(
                    1, Stream.concat(Stream.of("install"), Stream.of(words)).toList(), List.of(words[0]));
        }

        Case says(String... things) {
            return new Case(code, words, List.of(things));
        }

        @Override
        public Object[] get() {
            return new Object[] {this};
        }

        @Override
        public String toString() {
            return String.join(" ", words);
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                Case.install("newer").says("trial.newer 1.0.0", "org.volans.api.handler from 9.0.0 to 10.0.0", "only"),
                Case.install("needy").says("trial.elsewhere", "2.0.0"),
                Case.install("future").says("future", "99.0.0"),
                Case.install("cut-index").says("cut-index", "cannot be read"),
                Case.install("cut-bundle").says("trial.good"),
                Case.install("changed-bundle").says("changed-bundle", "trial.good", "SHA-256"),
                Case.install("same-id").says("trial.sameid", "'org.volans.handlers.sed'", "org.volans.handlers"),
                Case.install("good", "trial.unknown").says("trial.unknown", "trial.good"),
                Case.install("good", "--signed").says("trial.good 1.0.0", "not signed"),
                Case.install("pgp-changed").says("pgp-changed", "1.0.0: The signature is invalid"),
                Case.install("pgp-other-key").says("trial.good", fingerprint.substring(24), "the site does not give"),
                Case.install("pgp-no-key").says("trial.good", fingerprint.substring(24), "the site does not give"),
                Case.install("pgp-garbage").says("trial.good", "cannot be read"),
                Case.install("empty").says("empty", "no update site"),
                Case.install("no.zip").says("no.zip", "zip"),
                Case.install("other.zip").says("other.zip", "no update site"),
                Case.install("with#hash").says("with#hash", "another name"),
                new Case(2, List.of("install", "ftp://127.0.0.1/site"), List.of("ftp://127.0.0.1/site", "https")),
                new Case(2, List.of("install", ""), List.of("empty")),
                Case.install("missing").says("missing", "no such file or folder"),
                Case.install("http://127.0.0.1:9/site").says("http://127.0.0.1:9/site", "refused"),
                new Case(1, List.of("remove", "trial.good"), List.of("trial.good")),
                new Case(2, List.of("install"), List.of("SITE")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void failsInOneLineAndChangesNothing(Case wrong) throws Exception {
        failsAndChangesNothing(wrong.code(), wrong.mentions(), wrong.words());
    }

    /** The indexes are there, the bundle is not. */
    @Test
    void serverThatFailsInTheMiddle() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = folder.resolve("good" + exchange.getRequestURI().getPath());
            boolean index = Files.isRegularFile(file) && file.toString().endsWith(".xml");
            byte[] body = index ? Files.readAllBytes(file) : new byte[0];
            int code = index ? 200 : file.toString().contains("plugins") ? 500 : 404;
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(code, body.length == 0 || head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            failsAndChangesNothing(1, List.of(url, "500"), List.of("install", url));
        } finally {
            server.stop(0);
        }
    }

    /** Connections are taken by the system, and nobody ever answers. */
    @Test
    void serverThatHangs() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort();
            failsAndChangesNothing(1, List.of(url, "no answer within 5 s"), List.of("install", url));
        }
    }

    @Test
    void oneChangeAtATime() throws Exception {
        SortedMap<String, Long> before = product.content();
        Volans.Outcome outcome;
        // nothing else may open this file here: to close it again would end the lock
        try (FileChannel other =
                        FileChannel.open(product.folder().resolve("launcher/built"), StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();
            outcome = volans(List.of("install", "good"));
        }
        assertFailed(outcome, 1, List.of("another command"));
        assertThat(product.content()).isEqualTo(before);
    }

    private static void failsAndChangesNothing(int code, List<String> mentions, List<String> words) throws Exception {
        SortedMap<String, Long> before = product.content();
        assertFailed(volans(words), code, mentions);
        assertThat(product.content()).isEqualTo(before);
    }

    private static Volans.Outcome volans(List<String> words) throws Exception {
        return new Volans(folder)
                .of(product.folder())
                .with("GNUPGHOME", folder.resolve("gnupg").toString())
                .run(Stream.concat(Stream.of("plugin"), words.stream()).toArray(String[]::new));
    }

    private static void assertFailed(Volans.Outcome outcome, int code, List<String> mentions) {
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(code);
        assertThat(outcome.complaints()).as(outcome.toString()).hasSize(1);
        assertThat(outcome.complaints().get(0)).contains(mentions);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).doesNotContain("\tat ", "Exception in", "[Fatal Error]");
    }
}

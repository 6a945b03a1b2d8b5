package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins of sites that sign with OpenPGP, as most p2 sites do. What is wrong with a signature is told by {@link PluginBadInputTest}. */
class PluginOpenPgpTest {

    private static final String AUTHOR = "Ann Author <ann@example.org>";

    private static final String SETTINGS =
            "p2/org.eclipse.equinox.p2.engine/profileRegistry/DefaultProfile.profile/.data/.settings";

    @TempDir
    private Path folder;

    private ProductCopy product;

    @BeforeEach
    void unpack() throws Exception {
        product = ProductCopy.of(Volans.PRODUCT, folder.resolve("my volans"));
    }

    @Test
    void saysWhoSignedWhatIsInstalledAndUpdated() throws Exception {
        SortedMap<String, Long> before = product.content();
        OpenPgpSignature author = OpenPgpSignature.by(AUTHOR);
        String signer = AUTHOR + " (OpenPGP key " + author.fingerprint() + ", not known here)";
        Path old = site("1.0.0", new PluginJar("trial.thing", "1.0.0"), author);
        Path young = site("1.1.0", new PluginJar("trial.thing", "1.1.0").signedBy("CN=The Observatory"), author);

        Volans.Outcome installed = volans("plugin", "install", "--signed", "--json", old.toString());
        assertThat(installed.err()).contains("  trial.thing 1.0.0  signed by " + signer);
        assertThat(JsonParser.parseString(installed.out())
                        .getAsJsonObject()
                        .getAsJsonArray("bundles")
                        .get(0)
                        .getAsJsonObject()
                        .get("signed_by")
                        .getAsString())
                .isEqualTo(signer);
        Volans.Outcome updated = volans("plugin", "update", "--signed", young.toString());
        assertThat(updated.err())
                .contains("  trial.thing 1.1.0  signed by The Observatory (certificate not known here); " + signer);
        assertThat(updated.out().strip()).isEqualTo("Updated trial.thing 1.0.0 to 1.1.0");
        assertThat(volans("plugin", "remove", "trial.thing").code()).isZero();
        assertThat(product.content()).isEqualTo(before);
    }

    /** As the workbench leaves it behind when its user says that the signer is to be remembered. */
    @Test
    void rememberedKeyIsKnown() throws Exception {
        OpenPgpSignature author = OpenPgpSignature.by(AUTHOR);
        Properties remembered = new Properties();
        remembered.setProperty("eclipse.preferences.version", "1");
        remembered.setProperty("pgp.trustedPublicKeys", author.publicKey());
        try (Writer writer =
                Files.newBufferedWriter(Files.createDirectories(product.folder().resolve(SETTINGS))
                        .resolve("org.eclipse.equinox.p2.engine.prefs"))) {
            remembered.store(writer, null);
        }
        Path site = site("1.0.0", new PluginJar("trial.thing", "1.0.0"), author);
        assertThat(volans("plugin", "install", site.toString()).err())
                .contains("signed by " + AUTHOR + " (OpenPGP key " + author.fingerprint() + ")");
    }

    private Path site(String version, PluginJar bundle, OpenPgpSignature author) throws Exception {
        return new UpdateSite("trial.thing", version)
                .with(bundle)
                .openPgp(author.publicKey(), author::sign)
                .writeTo(folder.resolve("site " + version));
    }

    private Volans.Outcome volans(String... words) throws Exception {
        Volans.Outcome outcome = new Volans(folder).of(product.folder()).run(words);
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        return outcome;
    }
}

package org.volans.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.api.OpenPGPApi;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.SignatureParameters;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.eclipse.equinox.p2.repository.spi.PGPPublicKeyService;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;

class OpenPgpTest {

    private static final OpenPGPApi OPENPGP = new BcOpenPGPApi();
    private static final String SIGNED = "as it was signed";
    private static final String ANN = "Ann Author <ann@example.org>";

    @TempDir
    Path folder = Path.of("");

    private Path jar = Path.of("");

    private final Keys keys = new Keys();
    private final OpenPgp nobodyKnown = new OpenPgp(keys, Set.of());

    @BeforeEach
    void write() throws IOException {
        jar = Files.writeString(folder.resolve("trial_1.0.0.jar"), SIGNED);
    }

    @Test
    void nameAndKeyAreToldAndWhetherTheKeyIsKnown() throws Exception {
        OpenPGPKey key = ann();
        keys.add(key);
        String fingerprint = OpenPgp.fingerprint(key.getPrimaryKey().getPGPPublicKey());
        assertThat(nobodyKnown.of(given(signed(key)), jar))
                .containsExactly(ANN + " (OpenPGP key " + fingerprint + ", not known here)");
        Set<String> known = OpenPgp.fingerprints(key.toCertificate().toAsciiArmoredString());
        assertThat(new OpenPgp(keys, known).of(given(signed(key)), jar))
                .containsExactly(ANN + " (OpenPGP key " + fingerprint + ")");
    }

    @Test
    void noKeysHaveNoFingerprints() throws Exception {
        assertThat(OpenPgp.fingerprints("")).isEmpty();
    }

    /** As a parser of XML gives it when the line ends were not escaped. */
    @Test
    void blanksAreTakenForLineEnds() throws Exception {
        OpenPGPKey key = ann();
        keys.add(key);
        OpenPgp.Given given = given(signed(key, key.getPrimaryKey().getPGPPublicKey()));
        OpenPgp.Given read = new OpenPgp.Given(
                given.signatures().replace('\n', ' '),
                given.keys().stream().map(each -> each.replace('\n', ' ')).toList());
        assertThat(nobodyKnown.of(read, jar)).hasSize(1);
    }

    @Test
    void subkeyGoesByTheNameOfTheMainKey() throws Exception {
        OpenPGPKey key = OPENPGP.generateKey(PublicKeyPacket.VERSION_4)
                .ed25519x25519Key(ANN)
                .build();
        keys.add(key);
        assertThat(nobodyKnown.of(given(signed(key)), jar))
                .singleElement()
                .asString()
                .contains(ANN, OpenPgp.fingerprint(key.getPrimaryKey().getPGPPublicKey()));
    }

    /** Tycho writes only the key that signed. */
    @Test
    void subkeyAloneHasNoName() throws Exception {
        OpenPGPKey key = OPENPGP.generateKey(PublicKeyPacket.VERSION_4)
                .ed25519x25519Key(ANN)
                .build();
        PGPPublicKey subkey = key.getSigningKeys().get(0).getPGPPublicKey();
        keys.present.add(subkey);
        assertThat(nobodyKnown.of(given(signed(key)), jar))
                .containsExactly(
                        "somebody without a name (OpenPGP key " + OpenPgp.fingerprint(subkey) + ", not known here)");
    }

    @Test
    void nameThatTheOwnerDidNotCertifyIsNotTold() throws Exception {
        OpenPGPKey key = ann();
        PGPPublicKey own = key.getPrimaryKey().getPGPPublicKey();
        PGPPublicKey claimed = PGPPublicKey.addCertification(
                own, "The Observatory", own.getSignaturesForID(ANN).next());
        keys.present.add(PGPPublicKey.removeCertification(claimed, ANN));
        assertThat(nobodyKnown.of(given(signed(key)), jar))
                .singleElement()
                .asString()
                .startsWith("somebody without a name");
    }

    @Test
    void changedFileIsRefused() throws Exception {
        OpenPGPKey key = ann();
        keys.add(key);
        String signed = signed(key);
        Files.writeString(jar, "as it was not signed");
        refused(signed, "changed after it was signed");
    }

    @Test
    void signatureOfAnUnknownKeyIsRefused() throws Exception {
        OpenPGPKey key = ann();
        keys.add(ann());
        refused(
                signed(key),
                PGPPublicKeyService.toHex(key.getPrimaryKey().getPGPPublicKey().getKeyID())
                        .toUpperCase(Locale.ROOT));
    }

    /** It may have come with another plug-in. */
    @Test
    void keyThatTheSiteDoesNotGiveIsNotUsed() throws Exception {
        OpenPGPKey key = ann();
        keys.add(key);
        OpenPgp.Given given = new OpenPgp.Given(signed(key), List.of());
        assertThatThrownBy(() -> nobodyKnown.of(given, jar)).hasMessageContaining("which the site does not give");
    }

    @Test
    void signatureOfARevokedKeyIsRefused() throws Exception {
        OpenPGPKey key = ann();
        keys.add(key);
        keys.revoked = Optional.of(new Date(0));
        refused(signed(key), "revoked");
    }

    @Test
    void signatureOfAnExpiredKeyIsRefused() throws Exception {
        Date then = Date.from(Instant.now().minus(Duration.ofDays(6 * 365)));
        OpenPGPKey key = OPENPGP.generateKey(PublicKeyPacket.VERSION_4, then, false)
                .signOnlyKey()
                .addUserId(ANN, SignatureParameters.Callback.Util.modifyHashedSubpackets(subpackets -> {
                    subpackets.setKeyExpirationTime(Duration.ofDays(5 * 365).toSeconds());
                    return subpackets;
                }))
                .build();
        keys.add(key);
        refused(signed(key, key.getPrimaryKey().getPGPPublicKey()), "expired");
    }

    @Test
    void whatIsNoSignatureIsRefused() {
        for (String broken :
                List.of("", "no signature", "-----BEGIN PGP SIGNATURE-----\n\nAAAA\n-----END PGP SIGNATURE-----\n")) {
            refused(broken, "cannot be read");
        }
    }

    private void refused(String signatures, String why) {
        assertThatThrownBy(() -> nobodyKnown.of(given(signatures), jar))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("trial_1.0.0.jar", why);
    }

    /** With all keys that there are. */
    private OpenPgp.Given given(String signatures) throws IOException {
        List<String> armored = new ArrayList<>();
        for (PGPPublicKey key : keys.present) {
            armored.add(armored(key.getEncoded()));
        }
        return new OpenPgp.Given(signatures, armored);
    }

    private static OpenPGPKey ann() throws PGPException {
        return OPENPGP.generateKey(PublicKeyPacket.VERSION_4)
                .signOnlyKey()
                .addUserId(ANN)
                .build();
    }

    private String signed(OpenPGPKey key) throws IOException, PGPException {
        return OPENPGP.createDetachedSignature()
                .addSigningKey(key)
                .sign(new ByteArrayInputStream(SIGNED.getBytes(StandardCharsets.US_ASCII)))
                .get(0)
                .toAsciiArmoredString();
    }

    /** Whether the key is valid or not. */
    private static String signed(OpenPGPKey key, PGPPublicKey own) throws IOException, PGPException {
        PGPSignatureGenerator generator = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(own.getAlgorithm(), HashAlgorithmTags.SHA256), own);
        generator.init(
                PGPSignature.BINARY_DOCUMENT,
                key.getPrimarySecretKey().unlock().getKeyPair().getPrivateKey());
        generator.update(SIGNED.getBytes(StandardCharsets.US_ASCII));
        return armored(generator.generate().getEncoded());
    }

    private static String armored(byte[] encoded) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (ArmoredOutputStream armored =
                ArmoredOutputStream.builder().clearHeaders().build(text)) {
            armored.write(encoded);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }

    /** Those that a site gives. */
    @NonNullByDefault({})
    private static final class Keys extends PGPPublicKeyService {

        private final List<PGPPublicKey> present = new ArrayList<>();
        private Optional<Date> revoked = Optional.empty();

        void add(OpenPGPKey key) {
            key.getPublicKeys().values().forEach(each -> present.add(each.getPGPPublicKey()));
        }

        @Override
        public @Nullable PGPPublicKey getKey(String fingerprint) {
            return present.stream()
                    .filter(key -> toHexFingerprint(key).equals(fingerprint))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<PGPPublicKey> getKeys(long id) {
            return present.stream().filter(key -> key.getKeyID() == id).toList();
        }

        @Override
        public PGPPublicKey addKey(PGPPublicKey key) {
            present.add(key);
            return key;
        }

        @Override
        public Set<PGPPublicKey> getVerifiedCertifications(PGPPublicKey key) {
            return present.stream().filter(PGPPublicKey::isMasterKey).collect(Collectors.toSet());
        }

        @Override
        public @Nullable Date getVerifiedRevocationDate(PGPPublicKey key) {
            return revoked.orElse(null);
        }
    }
}

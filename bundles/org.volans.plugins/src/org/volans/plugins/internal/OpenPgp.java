package org.volans.plugins.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPRuntimeOperationException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.eclipse.equinox.p2.repository.spi.PGPPublicKeyService;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;

/**
 * Who signed a file with OpenPGP. The signatures are in the site's index of artifacts, as Tycho writes them; p2 checks them while it
 * fetches, but is content with a signature whose key it does not have or that was made with a revoked key, and does not say who signed.
 */
final class OpenPgp {

    /**
     * What the site gives for a file, in armored form.
     *
     * @param keys to check the signatures with
     */
    record Given(String signatures, List<String> keys) {}

    private final PGPPublicKeyService service;
    private final Set<String> known;

    /**
     * @param service has read the site's keys, beside others
     * @param known fingerprints of the keys that the user trusts
     */
    OpenPgp(PGPPublicKeyService service, Set<String> known) {
        this.service = service;
        this.known = known;
    }

    /**
     * Checks the signatures, too, with the keys that are given only: which others p2 has depends on what was installed before.
     *
     * @return the names and keys of who signed it, with a remark if nobody known vouches for a key; at least one
     * @throws InputException when the file is not what was signed, or that cannot be told
     */
    List<String> of(Given given, Path file) throws InputException, IOException {
        byte[] content = Files.readAllBytes(file);
        List<String> signers = new ArrayList<>();
        try {
            Set<String> fingerprints = new HashSet<>();
            for (String key : given.keys()) {
                fingerprints.addAll(fingerprints(key));
            }
            List<PGPSignature> signatures = signatures(given.signatures());
            for (PGPSignature signature : signatures) {
                List<PGPPublicKey> candidates = service.getKeys(signature.getKeyID()).stream()
                        .filter(key -> fingerprints.contains(fingerprint(key)))
                        .toList();
                if (!candidates.isEmpty()) {
                    PGPPublicKey key = check(signature, candidates, content, file);
                    signers.add(name(key));
                }
            }
            if (signers.isEmpty()) {
                throw new InputException(file.getFileName() + reason(signatures));
            }
        } catch (PGPException | IOException e) {
            throw new InputException(file.getFileName() + reason(List.of()), e);
        }
        return signers;
    }

    /** Why nobody can be named. */
    private static String reason(List<PGPSignature> signatures) {
        return signatures.isEmpty()
                ? " has an OpenPGP signature or key that cannot be read"
                : " is signed with the OpenPGP key "
                        + hex(PGPPublicKeyService.toHex(signatures.get(0).getKeyID()))
                        + ", which the site does not give: whether it was changed cannot be told";
    }

    private static List<PGPSignature> signatures(String armored) throws IOException {
        List<PGPSignature> signatures = new ArrayList<>();
        for (Object part : parts(armored)) {
            if (part instanceof PGPSignatureList list) {
                list.forEach(signatures::add);
            }
        }
        return signatures;
    }

    /** Of keys in armored form. */
    static Set<String> fingerprints(String armored) throws IOException {
        Set<String> fingerprints = new HashSet<>();
        for (Object part : parts(armored)) {
            if (part instanceof PGPPublicKeyRing ring) {
                ring.forEach(key -> fingerprints.add(fingerprint(key)));
            } else if (part instanceof PGPPublicKey subkey) {
                fingerprints.add(fingerprint(subkey));
            }
        }
        return fingerprints;
    }

    private static List<Object> parts(String armored) throws IOException {
        List<Object> parts = new ArrayList<>();
        try (InputStream bytes = PGPUtil.getDecoderStream(
                new ByteArrayInputStream(lines(armored).getBytes(StandardCharsets.US_ASCII)))) {
            new BcPGPObjectFactory(bytes).forEach(parts::add);
        } catch (PGPRuntimeOperationException e) {
            throw new IOException(e.getMessage(), e);
        }
        return parts;
    }

    /** Line ends in an attribute of XML that are not escaped are read as blanks. The first and the last line have blanks of their own. */
    private static String lines(String armored) {
        return armored.contains("\n") ? armored : armored.replaceAll(" (?![A-Z][A-Z ]*-----)", "\n");
    }

    /** The key that the signature was made with. Different keys may have the same id. */
    private PGPPublicKey check(PGPSignature signature, List<PGPPublicKey> candidates, byte[] content, Path file)
            throws InputException, PGPException {
        for (PGPPublicKey key : candidates) {
            signature.init(new BcPGPContentVerifierBuilderProvider(), key);
            signature.update(content);
            if (signature.verify()) {
                checkTime(signature, key, file);
                return key;
            }
        }
        throw new InputException(file.getFileName()
                + " is damaged or was changed after it was signed: its OpenPGP signature does not fit");
    }

    private void checkTime(PGPSignature signature, PGPPublicKey key, Path file) throws InputException {
        boolean valid = PGPPublicKeyService.compareSignatureTimeToKeyValidityTime(signature, key) == 0;
        @Nullable Date revoked = service.getVerifiedRevocationDate(owner(key));
        if (!valid
                || !service.isCreatedBeforeRevocation(signature, key)
                || revoked != null && !signature.getCreationTime().before(revoked)) {
            throw new InputException(file.getFileName() + " was signed when its OpenPGP key " + fingerprint(key)
                    + " was not valid: it had expired or was revoked");
        }
    }

    private String name(PGPPublicKey key) throws PGPException {
        PGPPublicKey owner = owner(key);
        return userId(owner).orElse("somebody without a name") + " (OpenPGP key " + fingerprint(owner)
                + (known.contains(fingerprint(owner)) || known.contains(fingerprint(key)) ? ")" : ", not known here)");
    }

    /** The main key, which people know, of a subkey; the subkey itself where the site does not give the main key. */
    private PGPPublicKey owner(PGPPublicKey key) {
        return key.isMasterKey()
                ? key
                : service.getVerifiedCertifications(key).stream()
                        .filter(PGPPublicKey::isMasterKey)
                        .findFirst()
                        .orElse(key);
    }

    /** What the owner of a key goes by: a name that is certified with the key itself, for anybody can add others. */
    private static Optional<String> userId(PGPPublicKey key) throws PGPException {
        for (Iterator<byte[]> ids = key.getRawUserIDs(); ids.hasNext(); ) {
            byte[] id = ids.next();
            for (Iterator<PGPSignature> each = key.getSignaturesForID(id); each.hasNext(); ) {
                PGPSignature signature = each.next();
                if (signature.isCertification() && signature.getKeyID() == key.getKeyID()) {
                    signature.init(new BcPGPContentVerifierBuilderProvider(), key);
                    if (signature.verifyCertification(id, key)) {
                        return Optional.of(new String(id, StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** As other programs show it. */
    static String fingerprint(PGPPublicKey key) {
        return hex(PGPPublicKeyService.toHexFingerprint(key));
    }

    private static String hex(String lower) {
        return lower.toUpperCase(Locale.ROOT);
    }
}

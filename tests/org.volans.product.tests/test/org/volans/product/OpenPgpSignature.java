package org.volans.product;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.OpenPGPApi;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;

/**
 * Signs files as their author does with OpenPGP, beside the file.
 *
 * @param key of the author
 */
record OpenPgpSignature(OpenPGPKey key) {

    private static final OpenPGPApi OPENPGP = new BcOpenPGPApi();

    /** @param author a name and an address, as in a mail; the key is one of the moment */
    static OpenPgpSignature by(String author) throws IOException {
        try {
            return new OpenPgpSignature(OPENPGP.generateKey(PublicKeyPacket.VERSION_4)
                    .signOnlyKey()
                    .addUserId(author)
                    .build());
        } catch (PGPException e) {
            throw new IOException("cannot make a key", e);
        }
    }

    /** As people compare it. */
    String fingerprint() {
        return HexFormat.of().withUpperCase().formatHex(key.getFingerprint());
    }

    /** In armored form. */
    String publicKey() throws IOException {
        return key.toCertificate().toAsciiArmoredString();
    }

    /** In armored form. */
    String sign(byte[] file) throws IOException {
        try {
            return OPENPGP.createDetachedSignature()
                    .addSigningKey(key)
                    .sign(new ByteArrayInputStream(file))
                    .get(0)
                    .toAsciiArmoredString();
        } catch (PGPException e) {
            throw new IOException("cannot sign", e);
        }
    }
}

package org.volans.plugins.internal;

import java.security.cert.Certificate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.eclipse.equinox.p2.core.UIServices;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** Answers p2's questions. Who signed what has been shown and agreed to before the engine asks. */
@NonNullByDefault({}) // p2 says nothing about its parameters
final class Consent extends UIServices {

    @Override
    public AuthenticationInfo getUsernamePassword(String location) {
        return AUTHENTICATION_PROMPT_CANCELED;
    }

    @Override
    public AuthenticationInfo getUsernamePassword(String location, AuthenticationInfo previous) {
        return AUTHENTICATION_PROMPT_CANCELED;
    }

    @Override
    public TrustInfo getTrustInfo(Certificate[][] untrusted, String[] unsigned) {
        return getTrustInfo(untrusted, List.of(), unsigned);
    }

    /** For this once: nothing is remembered. */
    @Override
    public TrustInfo getTrustInfo(
            Certificate[][] untrusted, Collection<PGPPublicKey> untrustedKeys, String[] unsigned) {
        List<Certificate> certificates = Stream.of(untrusted)
                .filter(chain -> chain.length > 0)
                .map(chain -> chain[0])
                .toList();
        return new TrustInfo(certificates, untrustedKeys, false, true);
    }
}

package org.volans.plugins.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.eclipse.osgi.signedcontent.SignedContent;
import org.eclipse.osgi.signedcontent.SignedContentEntry;
import org.eclipse.osgi.signedcontent.SignedContentFactory;
import org.eclipse.osgi.signedcontent.SignerInfo;
import org.volans.api.InputException;

/** Who signed a jar. */
final class Signer {

    private final SignedContentFactory factory;

    Signer(SignedContentFactory factory) {
        this.factory = factory;
    }

    /**
     * Checks the signatures of all that is in the jar, too.
     *
     * @return the name of who signed it, with a remark if nobody known vouches for that; empty when unsigned
     * @throws InputException when what is in the jar is not what was signed
     */
    Optional<String> of(Path jar) throws InputException {
        try {
            SignedContent content = factory.getSignedContent(jar.toFile());
            if (!content.isSigned()) {
                return Optional.empty();
            }
            for (SignedContentEntry entry : content.getSignedEntries()) {
                entry.verify();
            }
            return Stream.of(content.getSignerInfos()).map(Signer::name).findFirst();
        } catch (GeneralSecurityException | IOException e) {
            throw new InputException(
                    jar.getFileName() + " is damaged or was changed after it was signed: " + e.getMessage(), e);
        }
    }

    private static String name(SignerInfo signer) {
        Certificate[] chain = signer.getCertificateChain();
        String who = chain.length > 0 && chain[0] instanceof X509Certificate certificate
                ? commonName(certificate.getSubjectX500Principal().getName())
                : "somebody without an X.509 certificate";
        return signer.isTrusted() ? who : who + " (certificate not known here)";
    }

    /** Of a distinguished name (RFC 2253) what people read: {@code CN}, and the whole where there is none. */
    private static String commonName(String distinguished) {
        try {
            return new LdapName(distinguished)
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(rdn -> rdn.getValue().toString())
                            .findFirst()
                            .orElse(distinguished);
        } catch (InvalidNameException e) {
            return distinguished;
        }
    }
}

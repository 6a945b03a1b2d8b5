package org.volans.sky.internal.links;

import java.net.URI;
import org.volans.sky.internal.Xml;

/** Capabilities and availability of the services beside TAP (VOSI 1.1, sections 3 and 5). */
final class Vosi {

    private final Xml xml = new Xml();

    private Vosi() {}

    /**
     * The capabilities of one service: its own and those that VOSI and DALI ask for.
     *
     * @param folder       the service's folder, ending in a slash
     * @param capabilities standard ID, path below the folder, standard ID, path…
     */
    static String capabilities(URI folder, String... capabilities) {
        Vosi vosi = new Vosi();
        vosi.xml.open(
                "vosi:capabilities",
                "xmlns:vosi",
                "http://www.ivoa.net/xml/VOSICapabilities/v1.0",
                "xmlns:vr",
                "http://www.ivoa.net/xml/VOResource/v1.0",
                "xmlns:vs",
                "http://www.ivoa.net/xml/VODataService/v1.1",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance");
        vosi.capability("ivo://ivoa.net/std/VOSI#capabilities", folder.resolve("capabilities"), "full");
        vosi.capability("ivo://ivoa.net/std/VOSI#availability", folder.resolve("availability"), "full");
        for (int i = 0; i < capabilities.length; i += 2) {
            vosi.capability(capabilities[i], folder.resolve(capabilities[i + 1]), "base");
        }
        return vosi.xml.close().toString();
    }

    private void capability(String standard, URI url, String use) {
        xml.open("capability", "standardID", standard)
                .open("interface", "xsi:type", "vs:ParamHTTP", "role", "std")
                .leaf("accessURL", url.toString(), "use", use)
                .close()
                .close();
    }

    /** It is up, or nothing would answer. */
    static String availability() {
        return new Xml()
                .open("vosi:availability", "xmlns:vosi", "http://www.ivoa.net/xml/VOSIAvailability/v1.0")
                .leaf("vosi:available", "true")
                .close()
                .toString();
    }
}

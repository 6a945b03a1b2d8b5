package org.volans.sky.internal.tap;

import org.volans.sky.internal.DataCentre;
import org.volans.sky.internal.SkyExample;
import org.volans.sky.internal.Xml;

/** The examples of a centre as XHTML with RDFa (DALI 1.1, section 2.3; TAP 1.1, section 2.4.1). */
final class ExamplesPage {

    private ExamplesPage() {}

    static String of(DataCentre centre) {
        Xml xml = new Xml()
                .open("html", "xmlns", "http://www.w3.org/1999/xhtml")
                .open("head")
                .leaf("title", "Examples of " + centre.title())
                .close()
                .open("body")
                .leaf("h1", centre.title())
                .leaf("p", centre.description())
                .open("div", "vocab", "http://www.ivoa.net/rdf/examples#");
        for (SkyExample example : centre.examples()) {
            xml.open("div", "id", example.id(), "resource", "#" + example.id(), "typeof", "example")
                    .leaf("h2", example.name(), "property", "name")
                    .leaf("p", example.description())
                    .leaf("pre", example.adql(), "property", "query")
                    .close();
        }
        return xml.close().close().close().toString();
    }
}

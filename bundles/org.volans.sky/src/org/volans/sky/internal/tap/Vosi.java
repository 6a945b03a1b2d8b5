package org.volans.sky.internal.tap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.volans.sky.internal.Xml;

/** Capabilities and availability of a TAP service (VOSI 1.1, TAPRegExt 1.0). */
final class Vosi {

    private static final String EXTENSIONS = "ivo://ivoa.net/std/TAPRegExt#";

    /** ADQL 2.1, section 4: what the engine knows of geometry. */
    private static final List<String> GEOMETRY = List.of(
            "POINT",
            "CIRCLE",
            "POLYGON",
            "BOX",
            "CONTAINS",
            "INTERSECTS",
            "DISTANCE",
            "COORD1",
            "COORD2",
            "AREA",
            "CENTROID");

    /** RegTAP 1.2, section 9.2. */
    private static final List<String> FUNCTIONS = List.of(
            "ivo_nocasematch(value TEXT, pat TEXT) -> INTEGER",
            "ivo_hasword(haystack TEXT, needle TEXT) -> INTEGER",
            "ivo_hashlist_has(hashlist TEXT, item TEXT) -> INTEGER",
            "ivo_string_agg(expr TEXT, delim TEXT) -> TEXT",
            "ivo_interval_overlaps(l1 NUMERIC, h1 NUMERIC, l2 NUMERIC, h2 NUMERIC) -> INTEGER");

    private final TapCentre centre;
    private final Instant up;

    Vosi(TapCentre centre, Instant up) {
        this.centre = centre;
        this.up = up.truncatedTo(ChronoUnit.SECONDS);
    }

    Xml availability() {
        return new Xml()
                .open("vosi:availability", "xmlns:vosi", "http://www.ivoa.net/xml/VOSIAvailability/v1.0")
                .leaf("vosi:available", "true")
                .leaf("vosi:upSince", up.toString())
                .leaf("vosi:note", "a simulated sky for demonstrations and tests")
                .close();
    }

    Xml capabilities() {
        Xml xml = new Xml()
                .open(
                        "vosi:capabilities",
                        "xmlns:vosi",
                        "http://www.ivoa.net/xml/VOSICapabilities/v1.0",
                        "xmlns:vr",
                        "http://www.ivoa.net/xml/VOResource/v1.0",
                        "xmlns:vs",
                        "http://www.ivoa.net/xml/VODataService/v1.1",
                        "xmlns:tr",
                        "http://www.ivoa.net/xml/TAPRegExt/v1.0",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance");
        tap(xml);
        plain(xml, "ivo://ivoa.net/std/VOSI#capabilities", "/capabilities");
        plain(xml, "ivo://ivoa.net/std/VOSI#availability", "/availability");
        plain(xml, "ivo://ivoa.net/std/VOSI#tables-1.1", "/tables");
        plain(xml, "ivo://ivoa.net/std/DALI#examples", "/examples");
        return xml.close();
    }

    private void plain(Xml xml, String standard, String resource) {
        xml.open("capability", "standardID", standard)
                .open("interface", "xsi:type", "vs:ParamHTTP", "role", "std")
                .leaf("accessURL", centre.url() + resource, "use", "full")
                .close()
                .close();
    }

    private void tap(Xml xml) {
        xml.open("capability", "standardID", "ivo://ivoa.net/std/TAP", "xsi:type", "tr:TableAccess");
        xml.open("interface", "xsi:type", "vs:ParamHTTP", "role", "std", "version", "1.1")
                .leaf("accessURL", centre.url(), "use", "base")
                .close();
        if (centre.centre().obscore()) {
            xml.leaf("dataModel", "ObsCore-1.1", "ivo-id", "ivo://ivoa.net/std/ObsCore#core-1.1");
        }
        if (centre.centre().registry()) {
            xml.leaf("dataModel", "Registry 1.2", "ivo-id", "ivo://ivoa.net/std/RegTAP#1.2");
        }
        language(xml);
        for (ResultFormat format : ResultFormat.values()) {
            String id = format.identifier();
            xml.open("outputFormat", "ivo-id", id.isEmpty() ? "" : EXTENSIONS + id);
            xml.leaf("mime", format.mediaType());
            xml.leaf("alias", format.aliases().getFirst()).close();
        }
        for (String method : List.of("inline", "http", "https")) {
            xml.leaf("uploadMethod", "", "ivo-id", EXTENSIONS + "upload-" + method);
        }
        limits(xml);
        xml.close();
    }

    private static void language(Xml xml) {
        xml.open("language").leaf("name", "ADQL");
        xml.leaf("version", "2.0", "ivo-id", "ivo://ivoa.net/std/ADQL#v2.0");
        xml.leaf("version", "2.1", "ivo-id", "ivo://ivoa.net/std/ADQL#v2.1");
        xml.leaf("description", "Astronomical Data Query Language");
        features(xml, "features-adqlgeo", GEOMETRY);
        features(xml, "features-udf", FUNCTIONS);
        features(xml, "features-adql-string", List.of("LOWER", "UPPER", "ILIKE"));
        features(xml, "features-adql-sets", List.of("UNION", "EXCEPT", "INTERSECT"));
        features(xml, "features-adql-common-table", List.of("WITH"));
        // COALESCE is there too; its feature type, new in ADQL 2.1, is an error to validators that do not know it yet
        features(xml, "features-adql-type", List.of("CAST"));
        features(xml, "features-adql-offset", List.of("OFFSET"));
        xml.close();
    }

    private static void features(Xml xml, String type, List<String> forms) {
        xml.open("languageFeatures", "type", EXTENSIONS + type);
        for (String form : forms) {
            xml.open("feature").leaf("form", form).close();
        }
        xml.close();
    }

    private static void limits(Xml xml) {
        xml.open("retentionPeriod")
                .leaf("default", "86400")
                .leaf("hard", "604800")
                .close();
        xml.open("executionDuration")
                .leaf("default", "600")
                .leaf("hard", "3600")
                .close();
        xml.open("outputLimit")
                .leaf("default", Long.toString(TapRequest.DEFAULT_MAXREC), "unit", "row")
                .leaf("hard", Long.toString(TapRequest.HARD_MAXREC), "unit", "row")
                .close();
    }
}

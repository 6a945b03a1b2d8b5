package org.volans.tap.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.volans.api.tap.TapCapabilities;

/** Reads VOSI capabilities (VOSI 1.1, section 3) with the TAP part of TAPRegExt 1.0. */
final class Capabilities implements XmlVisitor {

    private static final String EXAMPLES = "ivo://ivoa.net/std/dali#examples";
    private static final String TABLES = "ivo://ivoa.net/std/vosi#tables";
    private static final String AVAILABILITY = "ivo://ivoa.net/std/vosi#availability";

    private final URI document;
    private final List<String> languages = new ArrayList<>();
    private final List<String> features = new ArrayList<>();
    private final List<String> uploads = new ArrayList<>();
    private final List<String> models = new ArrayList<>();
    private final List<String> formats = new ArrayList<>();
    private final Map<String, URI> urls = new HashMap<>();
    private OptionalLong defaultRows = OptionalLong.empty();
    private OptionalLong hardRows = OptionalLong.empty();
    private String standard = "";
    private String language = "";
    private boolean tap;

    Capabilities(URI document) {
        this.document = document;
    }

    @Override
    public boolean begins(XmlElement element) {
        if (element.name().equals("capability")) {
            standard = element.attribute("standardID").strip().toLowerCase(Locale.ROOT);
            tap |= isTap();
        } else if (element.name().equals("uploadMethod") && isTap()) {
            uploads.add(element.attribute("ivo-id"));
        }
        return true;
    }

    private boolean isTap() {
        // TAP 1.1 also registers auxiliary capabilities (#aux), which say where another resource's TAP service is.
        return standard.equals("ivo://ivoa.net/std/tap")
                || standard.startsWith("ivo://ivoa.net/std/tap#") && !standard.endsWith("aux");
    }

    @Override
    public void ends(XmlElement e) {
        if (e.endsPath("interface", "accessURL")) {
            XmlElement.uri(document, e.text()).ifPresent(uri -> urls.putIfAbsent(standard, uri));
        } else if (isTap()) {
            tapElement(e);
        }
    }

    private void tapElement(XmlElement e) {
        String text = e.text();
        if (e.endsPath("language", "name")) {
            language = text;
        } else if (e.endsPath("language", "version")) {
            languages.add((language + " " + text).strip());
        } else if (e.endsPath("feature", "form")) {
            features.add(text);
        } else if (e.name().equals("dataModel")) {
            models.add(
                    e.attribute("ivo-id").isBlank()
                            ? text
                            : e.attribute("ivo-id").strip());
        } else if (e.endsPath("outputFormat", "mime")) {
            formats.add(text);
        } else if (e.endsPath("outputLimit", "default")) {
            defaultRows = rows(e);
        } else if (e.endsPath("outputLimit", "hard")) {
            hardRows = rows(e);
        }
    }

    private static OptionalLong rows(XmlElement limit) {
        String unit = limit.attribute("unit");
        // Limits may also be in bytes, which say nothing about rows.
        boolean counted = unit.isEmpty() || unit.equalsIgnoreCase("row") || unit.equalsIgnoreCase("rows");
        return counted && limit.text().matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(limit.text()))
                : OptionalLong.empty();
    }

    /** Whether the document has a TAP capability at all. */
    boolean describesTap() {
        return tap;
    }

    TapCapabilities value() {
        return new TapCapabilities(
                languages,
                features,
                uploads,
                models,
                formats,
                defaultRows,
                hardRows,
                url(EXAMPLES).map(URI::toString).orElse(""));
    }

    Optional<URI> tables() {
        return url(TABLES);
    }

    Optional<URI> availability() {
        return url(AVAILABILITY);
    }

    /** Standard identifiers may carry a version: {@code ivo://ivoa.net/std/VOSI#tables-1.1}. */
    private Optional<URI> url(String standardId) {
        return urls.entrySet().stream()
                .filter(u -> u.getKey().startsWith(standardId))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}

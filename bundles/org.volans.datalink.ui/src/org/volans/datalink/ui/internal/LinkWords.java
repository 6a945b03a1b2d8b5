package org.volans.datalink.ui.internal;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.datalink.LinkRow;
import org.volans.api.io.ByteSize;

/** Links in words that people use. */
public final class LinkWords {

    /** Terms of the core vocabulary (DataLink 1.1, section 3.2.6), in the order in which they are shown. */
    private static final Map<String, String> TERMS = ordered(List.of(
            "#this", "The data set",
            "#cutout", "Cutouts",
            "#preview", "Previews",
            "#preview-image", "Preview images",
            "#preview-plot", "Preview plots",
            "#thumbnail", "Thumbnails",
            "#documentation", "Documentation",
            "#derivation", "Derived from it",
            "#progenitor", "What it was made from",
            "#coderived", "Made from the same data",
            "#counterpart", "Counterparts",
            "#calibration", "Calibration",
            "#bias", "Bias",
            "#dark", "Dark frames",
            "#flat", "Flat fields",
            "#noise", "Noise",
            "#weight", "Weights",
            "#error", "Errors",
            "#auxiliary", "Auxiliary data",
            "#detached-header", "Header",
            "#package", "Everything in one package",
            "#proc", "Services"));

    private LinkWords() {}

    private static Map<String, String> ordered(List<String> pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            map.put(pairs.get(i), pairs.get(i + 1));
        }
        return map;
    }

    /** The heading of a group of links. */
    static String semantics(String term) {
        @Nullable String words = TERMS.get(term);
        return words != null ? words : term.isEmpty() ? "Other links" : term.replaceFirst("^#", "");
    }

    /** Where a group stands among the others. */
    static int order(String term) {
        int index = List.copyOf(TERMS.keySet()).indexOf(term);
        return index >= 0 ? index : TERMS.size();
    }

    /** A name for a link. */
    public static String title(LinkRow link) {
        if (!link.description().isBlank()) {
            return link.description();
        }
        return switch (link.target()) {
            case LinkRow.Target.Access access -> fileName(access.url());
            case LinkRow.Target.Service service ->
                first(service.descriptor().getName(), service.descriptor().getDescription(), "Service");
            case LinkRow.Target.Fault fault -> "Not available";
        };
    }

    private static String first(@Nullable String a, @Nullable String b, String otherwise) {
        return a != null && !a.isBlank() ? a : b != null && !b.isBlank() ? b : otherwise;
    }

    /** The last part of a URL's path. */
    public static String fileName(URI url) {
        @Nullable String path = url.getPath();
        String name = path == null ? "" : path.replaceAll("/+$", "").replaceFirst(".*/", "");
        return name.isEmpty() ? String.valueOf(url.getHost()) : name;
    }

    /** {@code FITS}, {@code VOTable}, {@code PNG}… */
    static String type(LinkRow link) {
        if (link.target() instanceof LinkRow.Target.Service service) {
            return service(String.valueOf(service.descriptor().getStandardId()).toLowerCase(Locale.ROOT));
        }
        String type = link.contentType().toLowerCase(Locale.ROOT);
        String bare = type.replaceFirst(";.*", "").strip();
        if (type.contains("content=datalink")) {
            return "More links";
        }
        if (bare.contains("fits")) {
            return "FITS";
        }
        if (bare.contains("votable")) {
            return "VOTable";
        }
        if (bare.startsWith("image/")) {
            return bare.substring(6).toUpperCase(Locale.ROOT);
        }
        return switch (bare) {
            case "text/html" -> "Web page";
            case "application/pdf" -> "PDF";
            case "text/plain" -> "Text";
            case "text/csv" -> "CSV";
            case "application/x-tar", "application/gzip", "application/zip" -> "Archive";
            default -> bare;
        };
    }

    /** Services often describe themselves in the same words; their standard tells them apart (SODA 1.0, section 2). */
    private static String service(String standard) {
        if (!standard.contains("/soda#")) {
            return "Service";
        }
        return standard.contains("#async") ? "Cutout job" : "Cutout";
    }

    /** {@code 12.4 MB}; empty when the size is not known. */
    public static String size(OptionalLong bytes) {
        return bytes.isPresent() ? ByteSize.text(bytes.getAsLong()) : "";
    }

    /** The extension that a file of a media type has; {@code otherwise} when none is known. */
    public static String extension(String mediaType, String otherwise) {
        String type = mediaType.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        if (type.contains("fits")) {
            return "fits";
        }
        if (type.contains("votable")) {
            return "vot";
        }
        return switch (type) {
            case "text/csv" -> "csv";
            case "image/png" -> "png";
            case "image/jpeg" -> "jpg";
            case "image/gif" -> "gif";
            case "text/plain" -> "txt";
            case "text/html" -> "html";
            case "application/pdf" -> "pdf";
            case "application/x-tar" -> "tar";
            case "application/gzip", "application/x-gzip" -> "gz";
            case "application/zip" -> "zip";
            default -> otherwise;
        };
    }
}

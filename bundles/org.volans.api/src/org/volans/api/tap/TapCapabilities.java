package org.volans.api.tap;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a TAP service says it can do (TAPRegExt 1.0; VOSI 1.1, section 2).
 *
 * @param languages       ADQL versions: {@code ADQL 2.0}, …
 * @param features        declared functions and language features: name or signature
 * @param uploadMethods   identifiers of upload methods; empty when uploads are not supported
 * @param dataModels      identifiers of data models
 * @param outputFormats   media types
 * @param defaultMaxrec   rows that a query gets when it does not ask
 * @param hardMaxrec      rows that no query gets more of
 * @param examplesUrl     DALI examples, or empty
 */
public record TapCapabilities(
        List<String> languages,
        List<String> features,
        List<String> uploadMethods,
        List<String> dataModels,
        List<String> outputFormats,
        OptionalLong defaultMaxrec,
        OptionalLong hardMaxrec,
        String examplesUrl) {

    public TapCapabilities {
        languages = List.copyOf(languages);
        features = List.copyOf(features);
        uploadMethods = List.copyOf(uploadMethods);
        dataModels = List.copyOf(dataModels);
        outputFormats = List.copyOf(outputFormats);
    }

    /** Whether tables can be sent along with the query. */
    public boolean uploadsInline() {
        return uploadMethods.stream()
                .anyMatch(m -> m.toLowerCase(java.util.Locale.ROOT).endsWith("#upload-inline"));
    }
}

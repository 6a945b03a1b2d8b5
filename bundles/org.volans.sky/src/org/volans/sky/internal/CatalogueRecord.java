package org.volans.sky.internal;

import java.util.List;
import java.util.Optional;
import org.volans.api.geometry.Region;

/**
 * A record of the registry beside the centre's own: a catalogue or a data collection with its services.
 *
 * @param ivoid        such as {@code ivo://cds.vizier/v/147}
 * @param shortName    at most 16 characters
 * @param title        a line
 * @param description  for people, one paragraph
 * @param wavebands    words of the IVOA messenger vocabulary: {@code optical}
 * @param subjects     words of the Unified Astronomy Thesaurus: {@code surveys}
 * @param tableNames   names (of {@link SkyTable#meta()}) of the centre's tables that it describes; when there are any it
 *                     gets an auxiliary capability for the centre's TAP service
 * @param coverage     the part of the sky, when it says so
 * @param capabilities what it offers beside TAP
 */
public record CatalogueRecord(
        String ivoid,
        String shortName,
        String title,
        String description,
        List<String> wavebands,
        List<String> subjects,
        List<String> tableNames,
        Optional<Region> coverage,
        List<SkyCapability> capabilities) {

    public CatalogueRecord {
        wavebands = List.copyOf(wavebands);
        subjects = List.copyOf(subjects);
        tableNames = List.copyOf(tableNames);
        capabilities = List.copyOf(capabilities);
    }
}

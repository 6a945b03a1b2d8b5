package org.volans.sky.internal;

import java.time.Duration;
import java.util.List;

/**
 * A data centre with a TAP service at {@code /<path>/tap}.
 *
 * @param path        one path segment: {@code vizier}
 * @param ivoid       of its TAP service: {@code ivo://cds.vizier/tap}
 * @param shortName   at most 16 characters
 * @param title       a line
 * @param description for people, one paragraph
 * @param wavebands   words of the IVOA messenger vocabulary: {@code radio}
 * @param subjects    words of the Unified Astronomy Thesaurus
 * @param tables      what its TAP service holds (TAP_SCHEMA, and RegTAP's tables at the centre that hosts the registry,
 *                    are added)
 * @param delay       what its TAP service waits before each answer to a query; zero but for a slow one
 * @param obscore     whether it has {@code ivoa.obscore} and says so to the registry
 * @param registry    whether it hosts the registry; exactly one centre does
 * @param examples    queries for its examples page
 * @param catalogues  further records that it publishes
 */
public record DataCentre(
        String path,
        String ivoid,
        String shortName,
        String title,
        String description,
        List<String> wavebands,
        List<String> subjects,
        List<SkyTable> tables,
        Duration delay,
        boolean obscore,
        boolean registry,
        List<SkyExample> examples,
        List<CatalogueRecord> catalogues) {

    public DataCentre {
        wavebands = List.copyOf(wavebands);
        subjects = List.copyOf(subjects);
        tables = List.copyOf(tables);
        examples = List.copyOf(examples);
        catalogues = List.copyOf(catalogues);
    }
}

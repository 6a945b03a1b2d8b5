package org.volans.sky.internal.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Region;
import org.volans.api.table.TableMeta;
import org.volans.sky.internal.SkyCapability.Parameter;

/**
 * A record of the registry before it is spread over RegTAP's tables.
 *
 * @param type         such as {@code vs:catalogservice}
 * @param contentType  word of the IVOA vocabulary: {@code catalog}, {@code survey}, {@code other}
 * @param wavebands    words of the messenger vocabulary
 * @param coverage     part of the sky, if it says
 * @param time         MJD, if it says
 * @param tables       by schema
 * @param related      relationship type, then the related record's identifier and title
 */
record Entry(
        String ivoid,
        String type,
        String shortName,
        String title,
        String description,
        String contentType,
        List<String> wavebands,
        List<String> subjects,
        Optional<Region> coverage,
        Optional<Interval> time,
        List<Capability> capabilities,
        Map<String, List<TableMeta>> tables,
        List<Relation> related) {

    /** Another record that it has to do with. */
    record Relation(String type, String ivoid, String title) {}

    /**
     * A capability with its one interface.
     *
     * @param type       such as {@code tr:tableaccess}, or empty
     * @param version    of the standard, or empty
     * @param resultType media type, or empty
     * @param urlUse     base or full
     * @param details    XPath and value
     */
    record Capability(
            String type,
            String standardId,
            String version,
            String resultType,
            String urlUse,
            String accessUrl,
            List<Parameter> parameters,
            List<Detail> details) {}

    /** Something that has no column of its own. */
    record Detail(String xpath, String value) {}
}

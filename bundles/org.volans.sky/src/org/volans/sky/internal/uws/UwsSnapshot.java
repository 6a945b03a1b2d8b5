package org.volans.sky.internal.uws;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.volans.api.tap.UwsPhase;
import org.volans.sky.internal.Parameters;
import org.volans.sky.internal.Xml;

/**
 * A job at one moment, and the documents that describe it (UWS 1.1, section 3).
 *
 * @param error     the message, or empty
 * @param mediaType of the result, or empty
 */
record UwsSnapshot(
        String id,
        UwsPhase phase,
        Parameters parameters,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> ended,
        Duration duration,
        Instant destruction,
        String error,
        String mediaType) {

    private static final String[] ROOT = {
        "xmlns:uws", "http://www.ivoa.net/xml/UWS/v1.0",
        "xmlns:xlink", "http://www.w3.org/1999/xlink",
        "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
        "version", "1.1"
    };

    /** ISO 8601 with the Z that UWS 1.1 asks for. */
    static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The job's document. */
    Xml document(String jobUrl) {
        Xml xml = new Xml().open("uws:job", ROOT);
        xml.leaf("uws:jobId", id);
        parameters.first("RUNID").ifPresent(run -> xml.leaf("uws:runId", run));
        xml.leaf("uws:ownerId", "", "xsi:nil", "true");
        xml.leaf("uws:phase", phase.name());
        xml.leaf("uws:quote", "", "xsi:nil", "true");
        xml.leaf("uws:creationTime", text(created));
        time(xml, "uws:startTime", started);
        time(xml, "uws:endTime", ended);
        xml.leaf("uws:executionDuration", Long.toString(duration.toSeconds()));
        xml.leaf("uws:destruction", text(destruction));
        addParameters(xml, "uws:parameters");
        addResults(xml, jobUrl, "uws:results");
        if (phase == UwsPhase.ERROR) {
            xml.open("uws:errorSummary", "type", "fatal", "hasDetail", "true")
                    .leaf("uws:message", error)
                    .close();
        }
        return xml.close();
    }

    /** The document of its parameters alone. */
    Xml parametersDocument() {
        Xml xml = new Xml();
        addParameters(xml, "uws:parameters", ROOT);
        return xml;
    }

    /** The document of its results alone. */
    Xml resultsDocument(String jobUrl) {
        Xml xml = new Xml();
        addResults(xml, jobUrl, "uws:results", ROOT);
        return xml;
    }

    /** The document of a list of jobs. */
    static Xml list(List<UwsSnapshot> jobs, String listUrl) {
        Xml xml = new Xml().open("uws:jobs", ROOT);
        for (UwsSnapshot job : jobs) {
            xml.open("uws:jobref", "id", job.id, "xlink:href", listUrl + "/" + job.id);
            xml.leaf("uws:phase", job.phase.name());
            job.parameters.first("RUNID").ifPresent(run -> xml.leaf("uws:runId", run));
            xml.leaf("uws:ownerId", "", "xsi:nil", "true");
            xml.leaf("uws:creationTime", text(job.created)).close();
        }
        return xml.close();
    }

    private static void time(Xml xml, String name, Optional<Instant> time) {
        time.ifPresentOrElse(t -> xml.leaf(name, text(t)), () -> xml.leaf(name, "", "xsi:nil", "true"));
    }

    private void addParameters(Xml xml, String name, String... attributes) {
        xml.open(name, attributes);
        for (Map.Entry<String, List<String>> parameter : parameters.asMap().entrySet()) {
            for (String value : parameter.getValue()) {
                xml.leaf("uws:parameter", value, "id", parameter.getKey());
            }
        }
        xml.close();
    }

    private void addResults(Xml xml, String jobUrl, String name, String... attributes) {
        xml.open(name, attributes);
        if (phase == UwsPhase.COMPLETED) {
            xml.leaf(
                    "uws:result",
                    "",
                    "id",
                    "result",
                    "xlink:type",
                    "simple",
                    "xlink:href",
                    jobUrl + "/results/result",
                    "mime-type",
                    mediaType);
        }
        xml.close();
    }
}

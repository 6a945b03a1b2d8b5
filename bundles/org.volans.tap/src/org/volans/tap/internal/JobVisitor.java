package org.volans.tap.internal;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.volans.api.tap.UwsJob;
import org.volans.api.tap.UwsPhase;

/** Reads the description of a job (UWS 1.1, section 2.1 and appendix A). */
final class JobVisitor implements XmlVisitor {

    private final URI answeredBy;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, URI> results = new LinkedHashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private boolean job;
    private boolean waits;

    /** @param answeredBy what relative links are relative to */
    JobVisitor(URI answeredBy) {
        this.answeredBy = answeredBy;
    }

    @Override
    public boolean begins(XmlElement e) {
        if (e.parent() == null) {
            job = e.name().equals("job");
            waits = !e.attribute("version").isEmpty() && !e.attribute("version").equals("1.0");
        }
        return job;
    }

    @Override
    public void ends(XmlElement e) {
        if (e.endsPath("parameters", "parameter")) {
            parameters.merge(e.attribute("id"), e.content().toString().strip(), (a, b) -> a + ";" + b);
        } else if (e.endsPath("results", "result")) {
            // Services without links still follow UWS 1.1, section 2.2.2.1: results are below the job.
            XmlElement.uri(answeredBy, e.attribute("href")).ifPresent(uri -> results.put(e.attribute("id"), uri));
        } else if (e.endsPath("errorSummary", "message")) {
            texts.put("error", e.text());
        } else if (e.endsPath("job", e.name())) {
            texts.put(e.name(), e.text());
        }
    }

    /** Whether the document described a job. */
    boolean isJob() {
        return job && texts.containsKey("phase");
    }

    /** Whether the service claims a version of UWS that has {@code WAIT}. */
    boolean waits() {
        return waits;
    }

    String id() {
        return text("jobId");
    }

    UwsJob value(URI url) {
        return new UwsJob(
                url,
                id(),
                UwsPhase.of(text("phase")),
                text("error"),
                text("creationTime"),
                text("startTime"),
                text("endTime"),
                text("destruction"),
                results,
                parameters);
    }

    private String text(String name) {
        return texts.getOrDefault(name, "");
    }
}

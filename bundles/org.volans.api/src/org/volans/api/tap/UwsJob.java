package org.volans.api.tap;

import java.net.URI;
import java.util.Map;

/**
 * A job as its service last described it (UWS 1.1, section 2.1). Texts are empty where nothing is said.
 *
 * @param url         the job's URL
 * @param id          the job's identifier at the service
 * @param phase       its phase
 * @param error       what went wrong, in the service's words
 * @param creation    ISO 8601
 * @param start       ISO 8601
 * @param end         ISO 8601
 * @param destruction when the service will forget the job, ISO 8601
 * @param results     URLs by result id
 * @param parameters  values by parameter name
 */
public record UwsJob(
        URI url,
        String id,
        UwsPhase phase,
        String error,
        String creation,
        String start,
        String end,
        String destruction,
        Map<String, URI> results,
        Map<String, String> parameters) {

    public UwsJob {
        results = Map.copyOf(results);
        parameters = Map.copyOf(parameters);
    }

    /** The same job with other words of what went wrong. */
    public UwsJob error(String words) {
        return new UwsJob(url, id, phase, words, creation, start, end, destruction, results, parameters);
    }
}

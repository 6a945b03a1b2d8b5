package org.volans.api.inquiry;

/**
 * One question to one service.
 *
 * @param service  who was asked, for people
 * @param url      where
 * @param query    what was sent, or empty
 * @param answered whether there was an answer
 * @param answer   one line: what it holds, or why there was none
 * @param seconds  how long it took
 */
public record Exchange(String service, String url, String query, boolean answered, String answer, double seconds) {}

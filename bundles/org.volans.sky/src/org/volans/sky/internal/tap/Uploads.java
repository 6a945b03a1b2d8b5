package org.volans.sky.internal.tap;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.InputException;
import org.volans.sky.internal.Parameters;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.util.ByteArrayDataSource;
import uk.ac.starlink.votable.VOTableBuilder;

/**
 * Tables that a client brings along (TAP 1.1, section 2.7.6): {@code UPLOAD=name,uri;name,uri}, where the URI is
 * {@code param:part} for a part of the request or an http or https URL.
 */
final class Uploads {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Uploads() {}

    /** The tables by name. */
    static Map<String, StarTable> of(Parameters parameters) throws InputException {
        Map<String, StarTable> tables = new LinkedHashMap<>();
        for (String value : parameters.all("UPLOAD")) {
            for (String item : value.split(";")) {
                if (!item.isBlank()) {
                    add(tables, item.strip(), parameters);
                }
            }
        }
        return tables;
    }

    private static void add(Map<String, StarTable> tables, String item, Parameters parameters) throws InputException {
        int comma = item.indexOf(',');
        String name = comma < 0 ? item : item.substring(0, comma).strip();
        if (comma < 0 || !name.matches("[A-Za-z][A-Za-z0-9_]*")) {
            throw new InputException(
                    "UPLOAD is a table name, a comma and a URI, such as mine,param:mine; not '" + item + "'");
        }
        if (tables.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
            throw new InputException("UPLOAD gives two tables the name '" + name + "'");
        }
        tables.put(name, read(name, content(name, item.substring(comma + 1).strip(), parameters)));
    }

    private static byte[] content(String name, String uri, Parameters parameters) throws InputException {
        if (uri.regionMatches(true, 0, "param:", 0, 6)) {
            String part = uri.substring(6);
            return parameters
                    .file(part)
                    .orElseThrow(() -> new InputException("UPLOAD says that table '" + name + "' comes in the part '"
                            + part + "' of the request, which is not there"));
        }
        String lower = uri.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            throw new InputException(
                    "UPLOAD of table '" + name + "': only param:, http: and https: are taken, not '" + uri + "'");
        }
        return fetch(name, uri);
    }

    private static byte[] fetch(String name, String uri) throws InputException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(URI.create(uri)).timeout(PATIENCE).build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] content = body.readNBytes(Parameters.MAX_FILE + 1);
                if (answer.statusCode() != 200 || content.length > Parameters.MAX_FILE) {
                    throw new InputException("UPLOAD of table '" + name + "': " + uri
                            + (answer.statusCode() != 200
                                    ? " answers with HTTP status " + answer.statusCode()
                                    : " has more than " + Parameters.MAX_FILE + " bytes"));
                }
                return content;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException("UPLOAD of table '" + name + "': cannot read " + uri + " (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }

    private static StarTable read(String name, byte[] content) throws InputException {
        try {
            return new VOTableBuilder()
                    .makeStarTable(new ByteArrayDataSource(name, content), true, StoragePolicy.PREFER_MEMORY);
        } catch (IOException | RuntimeException e) {
            throw new InputException("the upload '" + name + "' is not a VOTable: " + e.getMessage(), e);
        }
    }
}

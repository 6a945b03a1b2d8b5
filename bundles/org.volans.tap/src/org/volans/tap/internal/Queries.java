package org.volans.tap.internal;

import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpBody;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;
import org.volans.api.table.TableService;
import org.volans.api.table.VotableDocument;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import uk.ac.starlink.table.StarTable;

/** What is common to queries run at once and as jobs: the request's parameters and the reading of the result. */
final class Queries {

    private final HttpService http;
    private final TableService tables;

    Queries(HttpService http, TableService tables) {
        this.http = http;
        this.tables = tables;
    }

    /** Runs a query synchronously (TAP 1.1, section 2.2). */
    TapResult sync(TapQuery query, Uploads uploads, IProgressMonitor monitor) throws VoException {
        // A query changes nothing and may be repeated; big uploads are not sent over and over.
        HttpCall call =
                post(Endpoints.of(query.service()).at("sync"), query, uploads).repeatable(uploads.isEmpty());
        try (HttpAnswer answer = http.send(call, monitor)) {
            return read(answer, query.service(), monitor);
        }
    }

    /** The request of a query; nothing but the resource tells the synchronous from the asynchronous one. */
    static HttpCall post(URI resource, TapQuery query, Uploads uploads) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("REQUEST", "doQuery")); // demanded by TAP 1.0, allowed by 1.1
        fields.add(new Field("LANG", "ADQL"));
        fields.add(new Field("QUERY", query.adql()));
        query.maxrec().ifPresent(n -> fields.add(new Field("MAXREC", Long.toString(n))));
        if (uploads.isEmpty()) {
            return HttpCall.post(resource, fields).timeout(query.timeout());
        }
        fields.add(uploads.parameter());
        return HttpCall.post(resource, new HttpBody.Multipart(fields, uploads.files()))
                .timeout(query.timeout());
    }

    /**
     * Reads the VOTable of a result (DALI 1.1, section 4.4).
     *
     * @param answer  closed by the caller
     * @param service named in the question whether it is one
     */
    TapResult read(HttpAnswer answer, URI service, IProgressMonitor monitor) throws VoException {
        AnswerReader reader =
                new AnswerReader(answer, "a VOTable", "is " + Endpoints.shown(service) + " a TAP service?");
        InputStream stream = reader.xml();
        VotableDocument document;
        try {
            document = tables.readVotable(stream, Endpoints.shown(answer.uri()), monitor);
        } catch (ProtocolException e) {
            throw reader.broken(e);
        }
        reader.throwIfCancelled();
        String error = document.error().orElse("");
        if (!error.isEmpty()) {
            throw new ServiceException(
                    answer.uri(), answer.status(), Endpoints.host(answer.uri()) + ": " + oneLine(error), null);
        }
        StarTable table = document.table()
                .orElseThrow(() -> new ProtocolException(Endpoints.shown(answer.uri())
                        + " answered a VOTable without a table and without an error (TAP 1.1, section 2.7)"));
        return new TapResult(table, document.overflow(), document);
    }

    static String oneLine(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }
}

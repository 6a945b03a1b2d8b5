package org.volans.tap.internal;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
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
import org.volans.api.tap.TapStored;
import uk.ac.starlink.table.StarTable;

/** What is common to queries run at once and as jobs: the request's parameters and the reading of the result. */
final class Queries {

    private final HttpService http;
    private final TableService tables;

    Queries(HttpService http, TableService tables) {
        this.http = http;
        this.tables = tables;
    }

    /** Takes the answer that should be a result; the caller closes it. */
    @FunctionalInterface
    interface Taker<T> {

        /** @param service named in the question whether it is one */
        T take(HttpAnswer answer, URI service, IProgressMonitor monitor) throws VoException;
    }

    /** Runs a query synchronously (TAP 1.1, section 2.2). */
    TapResult sync(TapQuery query, Uploads uploads, IProgressMonitor monitor) throws VoException {
        return sync(query, uploads, this::read, monitor);
    }

    /** As the other one, with the answer taken in any way. */
    <T> T sync(TapQuery query, Uploads uploads, Taker<T> taker, IProgressMonitor monitor) throws VoException {
        // A query changes nothing and may be repeated; big uploads are not sent over and over.
        HttpCall call =
                post(Endpoints.of(query.service()).at("sync"), query, uploads).repeatable(uploads.isEmpty());
        try (HttpAnswer answer = http.send(call, monitor)) {
            return taker.take(answer, query.service(), monitor);
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

    /** Reads the VOTable of a result (DALI 1.1, section 4.4). */
    TapResult read(HttpAnswer answer, URI service, IProgressMonitor monitor) throws VoException {
        AnswerReader reader = reader(answer, service);
        InputStream stream = reader.xml();
        VotableDocument document;
        try {
            document = tables.readVotable(stream, Endpoints.shown(answer.uri()), monitor);
        } catch (ProtocolException e) {
            throw reader.broken(e);
        }
        reader.throwIfCancelled();
        throwIfError(document, answer);
        StarTable table = document.table().orElseThrow(() -> noTable(answer));
        return new TapResult(table, document.overflow(), document);
    }

    /** Writes the VOTable of a result to a file. */
    Taker<TapStored> into(Path target) {
        return (answer, service, monitor) ->
                new StoredAnswer(answer, reader(answer, service), tables, monitor).into(target);
    }

    private static AnswerReader reader(HttpAnswer answer, URI service) {
        return new AnswerReader(answer, "a VOTable", "is " + Endpoints.shown(service) + " a TAP service?");
    }

    /** @throws ServiceException in the service's words, when the document says that the query failed */
    static void throwIfError(VotableDocument document, HttpAnswer answer) throws ServiceException {
        String error = document.error().orElse("");
        if (!error.isEmpty()) {
            throw new ServiceException(
                    answer.uri(), answer.status(), Endpoints.host(answer.uri()) + ": " + oneLine(error), null);
        }
    }

    static ProtocolException noTable(HttpAnswer answer) {
        return new ProtocolException(Endpoints.shown(answer.uri())
                + " answered a VOTable without a table and without an error (TAP 1.1, section 2.7)");
    }

    static String oneLine(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }
}

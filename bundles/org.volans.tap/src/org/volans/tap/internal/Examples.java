package org.volans.tap.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;
import org.volans.api.tap.TapExample;

/** Reads DALI examples (DALI 1.1, section 2.3; TAP 1.1, section 2.4.1): RDFa in pages that are seldom well-formed. */
final class Examples {

    private static final int MOST_PAGES = 20;
    private static final int MOST_BYTES = 8 << 20;

    private final HttpService http;

    Examples(HttpService http) {
        this.http = http;
    }

    /** The examples of a page and of those that it continues on; empty when there is no such page. */
    List<TapExample> at(URI page, IProgressMonitor monitor) throws VoException {
        List<TapExample> examples = new ArrayList<>();
        Set<URI> seen = new HashSet<>(Set.of(page));
        Deque<URI> pages = new ArrayDeque<>(seen);
        while (!pages.isEmpty() && seen.size() <= MOST_PAGES) {
            Document document = read(pages.remove(), monitor);
            read(document, examples);
            for (Element link : document.select("a[property=continuation]")) {
                XmlElement.uri(URI.create(document.baseUri()), link.attr("href"))
                        .filter(uri ->
                                uri.getScheme() != null && uri.getScheme().startsWith("http"))
                        .filter(seen::add)
                        .ifPresent(pages::add);
            }
        }
        return examples;
    }

    private Document read(URI page, IProgressMonitor monitor) throws VoException {
        try (HttpAnswer answer = http.send(HttpCall.get(page), monitor)) {
            try {
                return Jsoup.parse(answer.text(MOST_BYTES), answer.uri().toString());
            } catch (InterruptedIOException e) {
                throw new OperationCanceledException();
            } catch (IOException e) {
                throw new ServiceException(page, answer.status(), String.valueOf(e.getMessage()), e);
            }
        } catch (ServiceException e) {
            if (e.status() == 404 || e.status() == 410) {
                return new Document(page.toString()); // an optional resource (TAP 1.1, section 2.4.1)
            }
            throw e;
        }
    }

    private static void read(Document page, List<TapExample> examples) {
        for (Element example : page.select("[typeof~=(?i)(^|\\s)(\\S*[:#])?example(\\s|$)]")) {
            String query = query(example);
            if (!query.isEmpty()) {
                Element name = example.selectFirst("[property=name]");
                examples.add(new TapExample(
                        id(example), name == null ? id(example) : name.text().strip(), description(example), query));
            }
        }
    }

    private static String id(Element example) {
        return example.id().isEmpty() ? example.attr("resource").replaceFirst("^.*#", "") : example.id();
    }

    /** TAP's own property, or DALI's generic parameter with the key QUERY. */
    private static String query(Element example) {
        Element query = example.selectFirst("[property=query]");
        if (query != null) {
            return query.wholeText().strip();
        }
        for (Element parameter : example.select("[property=generic-parameter]")) {
            Element key = parameter.selectFirst("[property=key]");
            Element value = parameter.selectFirst("[property=value]");
            if (key != null && value != null && key.text().strip().equalsIgnoreCase("QUERY")) {
                return value.wholeText().strip();
            }
        }
        return "";
    }

    private static String description(Element example) {
        Element rest = example.clone();
        rest.select("[property=name], [property=query], [property=generic-parameter], script, style")
                .remove();
        return rest.text().strip();
    }
}

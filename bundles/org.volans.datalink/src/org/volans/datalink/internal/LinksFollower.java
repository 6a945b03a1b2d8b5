package org.volans.datalink.internal;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.VoException;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinkRow.Target;
import org.volans.api.datalink.LinkedRow;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.net.HttpCall;
import org.volans.api.table.VotableDocument;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;
import uk.ac.starlink.votable.datalink.ServiceParam;

/** Gathers all that a row of a table leads to. For one row. */
final class LinksFollower {

    /** Links to links that are followed; more is a service that leads in a circle. */
    private static final int MOST_FOLLOWED = 8;

    private static final int KILO = 1000;

    private final DatalinkService service;
    private final VotableDocument document;
    private final LinksFinder finder;
    private final StarTable table;
    private final long row;
    private final IProgressMonitor monitor;

    /** @param service asks for links */
    LinksFollower(DatalinkService service, VotableDocument document, long row, IProgressMonitor monitor)
            throws InputException {
        this.service = service;
        this.document = document;
        this.finder = new LinksFinder(document, row);
        this.table = document.table().orElseThrow();
        this.row = row;
        this.monitor = monitor;
    }

    LinkedRow find() throws VoException {
        Optional<LinksRequest> request = finder.find();
        List<LinkRow> links = new ArrayList<>(request.isPresent() ? follow(request.get()) : plain());
        OptionalLong bytes = bytes(links);
        Map<String, String> given = new HashMap<>();
        for (ServiceDescriptor descriptor : document.descriptors()) {
            if (!Cells.lower(descriptor.getStandardId()).contains("datalink#links")) {
                links.add(link("", new Target.Service(descriptor), "#proc"));
                references(descriptor, given);
            }
        }
        return new LinkedRow(links, given, bytes);
    }

    private List<LinkRow> follow(LinksRequest request) throws VoException {
        List<LinkRow> all = new ArrayList<>();
        Deque<LinkRow> open = new ArrayDeque<>(service.links(request, monitor));
        Set<URI> seen = new HashSet<>(Set.of(HttpCall.withQuery(request.url(), request.parameters())));
        while (!open.isEmpty()) {
            LinkRow link = open.removeFirst();
            all.add(link);
            if (LinksFinder.isLinks(link.contentType())
                    && link.target() instanceof Target.Access access
                    && seen.size() < MOST_FOLLOWED
                    && seen.add(access.url())) {
                open.addAll(behind(access.url(), link));
            }
        }
        return all;
    }

    private List<LinkRow> behind(URI url, LinkRow link) {
        try {
            return service.links(new LinksRequest(url, List.of()), monitor);
        } catch (VoException e) {
            // the other links are good without them
            return List.of(link(link.id(), new Target.Fault(e.getMessage()), link.semantics()));
        }
    }

    private static LinkRow link(String id, Target target, String semantics) {
        return new LinkRow(id, target, semantics, "", "", OptionalLong.empty(), "", "");
    }

    /** An ObsCore row without Datalink: its access URL is the one link. */
    private List<LinkRow> plain() throws ProtocolException {
        Optional<URI> url = Uris.http(text("access_url", "access.reference"));
        if (url.isEmpty()) {
            return List.of();
        }
        String format = text("access_format", "access.format");
        String title = text("obs_title", "dataid.title");
        return List.of(new LinkRow("", new Target.Access(url.get()), "#this", title, format, estimated(), "", ""));
    }

    /** What the row gives for inputs that refer to its columns (DataLink 1.1, section 4.2). */
    private void references(ServiceDescriptor descriptor, Map<String, String> given) throws ProtocolException {
        for (ServiceParam param : descriptor.getInputParams()) {
            Optional<String> ref = Cells.given(param.getRef());
            if (ref.isPresent()) {
                int column = finder.referred(ref.get());
                if (column >= 0) {
                    given.put(ref.get(), Cells.text(table, row, column));
                }
            }
        }
    }

    private OptionalLong bytes(List<LinkRow> links) throws ProtocolException {
        OptionalLong own = links.stream()
                .filter(l -> l.semantics().equals("#this"))
                .flatMapToLong(l -> l.contentLength().stream())
                .findFirst();
        return own.isPresent() ? own : estimated();
    }

    /** ObsCore's estimate, which is in kilobytes (ObsCore 1.1, table 5). */
    private OptionalLong estimated() throws ProtocolException {
        String size = text("access_estsize", "access.size");
        return size.matches("[0-9]{1,15}") ? OptionalLong.of(Long.parseLong(size) * KILO) : OptionalLong.empty();
    }

    private String text(String name, String utype) throws ProtocolException {
        return Cells.text(table, row, Cells.columnByUtype(table, name, utype));
    }
}

package org.volans.datalink.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.VoException;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinkedRow;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.net.HttpService;
import org.volans.api.table.TableService;
import org.volans.api.table.VotableDocument;

/** DataLink 1.1. */
@Component
public final class DatalinkProvider implements DatalinkService {

    private final HttpService http;
    private final TableService tables;

    /**
     * @param http   asks
     * @param tables reads the answers
     */
    @Activate
    public DatalinkProvider(@Reference HttpService http, @Reference TableService tables) {
        this.http = http;
        this.tables = tables;
    }

    @Override
    public List<LinkRow> links(LinksRequest request, IProgressMonitor monitor) throws VoException {
        return new LinksAsker(http, tables, request, monitor).ask();
    }

    @Override
    public Optional<LinksRequest> requestFor(VotableDocument document, long row) throws VoException {
        return new LinksFinder(document, row).find();
    }

    @Override
    public LinkedRow allOf(VotableDocument document, long row, IProgressMonitor monitor) throws VoException {
        return new LinksFollower(this, document, row, monitor).find();
    }
}

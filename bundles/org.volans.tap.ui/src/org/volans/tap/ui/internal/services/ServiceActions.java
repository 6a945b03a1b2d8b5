package org.volans.tap.ui.internal.services;

import java.util.Map;
import java.util.OptionalLong;
import org.volans.tap.ui.internal.Opener;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.query.QueryFile;
import org.volans.ui.query.QueryRequest;
import org.volans.ui.query.QueryRunner;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.widgets.Copy;

/** What can be done with a node. UI thread only. */
final class ServiceActions {

    private static final int PREVIEW_ROWS = 100;

    private final ServiceTree tree;
    private final Opener opener;
    private final QueryRunner runner;
    private final ProjectFolder folder;
    private final AdqlText names;

    ServiceActions(ServiceTree tree, Opener opener, QueryRunner runner, ProjectFolder folder, AdqlText names) {
        this.tree = tree;
        this.opener = opener;
        this.runner = runner;
        this.folder = folder;
        this.names = names;
    }

    /** Fetches the first rows of a table and shows them. */
    void preview(TableNode table) {
        QueryRequest request = new QueryRequest(
                table.service().entry(),
                names.first(table, PREVIEW_ROWS),
                Map.of(),
                false,
                OptionalLong.empty(),
                table.label());
        opener.open(
                "Fetching the first %d rows of %s".formatted(PREVIEW_ROWS, table.label()),
                monitor -> runner.run(request, monitor));
    }

    /** Opens a new query on a table, or an empty one for a service. */
    void newQuery(Node node) {
        ServiceEntry service = node.service().entry();
        switch (node) {
            case TableNode table -> create(table.label(), names.first(table, PREVIEW_ROWS), service);
            case ColumnNode column -> newQuery(column.table());
            case ExampleNode example ->
                create(example.label(), example.example().query(), service);
            default -> create("query", "SELECT TOP " + PREVIEW_ROWS + " *\nFROM ", service);
        }
    }

    private void create(String stem, String adql, ServiceEntry service) {
        opener.open(
                "Making a query", monitor -> QueryFile.create(folder, stem, adql, service.url(), Map.of(), monitor));
    }

    /** Puts what nodes are called in a query on the clipboard. */
    void copy(String text) {
        if (!text.isEmpty()) {
            Copy.text(text);
        }
    }

    /** Asks the service again for what hangs at a node. */
    void reload(Node node) {
        switch (node) {
            case Branch<?> branch -> tree.reload(branch);
            case Note note -> tree.reload(note.about());
            case ColumnNode column -> tree.reload(column.table());
            default -> tree.reload(node.service());
        }
    }
}

package org.volans.tap.ui.internal.services;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.VoException;
import org.volans.api.table.SchemaMeta;
import org.volans.api.tap.TapService;
import org.volans.ui.services.ServiceEntry;

/** A TAP service: its examples, then its schemas. */
final class ServiceNode extends Branch<List<SchemaMeta>> {

    private final ServiceEntry entry;
    private final ExamplesNode examples;
    private List<SchemaNode> schemas = List.of();

    ServiceNode(ServiceEntry entry) {
        super(Optional.empty());
        this.entry = entry;
        this.examples = new ExamplesNode(this);
    }

    ServiceEntry entry() {
        return entry;
    }

    /** Empty until it is known. */
    List<SchemaNode> schemas() {
        return schemas;
    }

    @Override
    ServiceNode service() {
        return this;
    }

    @Override
    String what() {
        return "the tables";
    }

    @Override
    List<SchemaMeta> ask(TapService tap, IProgressMonitor monitor) throws VoException {
        return tap.schemas(entry.url(), monitor);
    }

    @Override
    void take(List<SchemaMeta> answer) {
        schemas = answer.stream().map(s -> new SchemaNode(this, s)).toList();
        examples.forget();
    }

    @Override
    void forget() {
        super.forget();
        schemas = List.of();
    }

    @Override
    String nothing() {
        return "It lists no tables";
    }

    @Override
    int knownCount() {
        return schemas.isEmpty() ? 0 : 1 + schemas.size();
    }

    @Override
    Node knownChild(int index) {
        return index == 0 ? examples : schemas.get(index - 1);
    }

    @Override
    String label() {
        return entry.name();
    }

    @Override
    String remark() {
        String host = entry.url().getAuthority();
        return host == null ? "" : host;
    }

    @Override
    String description() {
        return entry.url().toString();
    }
}

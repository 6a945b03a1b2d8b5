package org.volans.tap.ui.internal.services;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.VoException;
import org.volans.api.tap.TapExample;
import org.volans.api.tap.TapService;

/** The queries that a service shows its users. */
final class ExamplesNode extends Branch<List<TapExample>> {

    private List<ExampleNode> examples = List.of();

    ExamplesNode(ServiceNode service) {
        super(Optional.of(service));
    }

    @Override
    String what() {
        return "the examples";
    }

    @Override
    List<TapExample> ask(TapService tap, IProgressMonitor monitor) throws VoException {
        return tap.examples(service().entry().url(), monitor);
    }

    @Override
    void take(List<TapExample> answer) {
        examples = answer.stream().map(e -> new ExampleNode(this, e)).toList();
    }

    @Override
    String nothing() {
        return "It publishes no examples";
    }

    @Override
    int knownCount() {
        return examples.size();
    }

    @Override
    Node knownChild(int index) {
        return examples.get(index);
    }

    @Override
    String label() {
        return "Examples";
    }

    @Override
    String remark() {
        return state() == State.KNOWN ? String.valueOf(examples.size()) : "";
    }

    @Override
    String description() {
        return "Queries that the service shows its users";
    }
}

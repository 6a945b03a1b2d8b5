package org.volans.tap.ui.internal.services;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.volans.api.tap.Availability;
import org.volans.api.tap.TapCapabilities;
import org.volans.api.tap.TapExample;
import org.volans.api.tap.TapService;
import org.volans.tap.ui.internal.Prose;
import org.volans.ui.widgets.Count;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** What is known of the selected node. UI thread only. */
final class ServiceDetails {

    private static final Duration LOOKING = Duration.ofMillis(300);

    private final TapService tap;
    private final Function<Node, List<Choice>> choices;
    private final Consumer<Branch<?>> wanted;
    private final Composite area;
    private final SashForm parts;
    private final Prose prose;
    private final Link links;
    private final ColumnsGrid columns;
    private final Workplace asking;
    private final Workplace availability;
    private Optional<Node> shown = Optional.empty();
    private List<Choice> offered = List.of();
    private boolean tellsFailure;

    /**
     * @param choices what can be done with a node
     * @param wanted  told of a branch whose children would be shown if they were known
     */
    ServiceDetails(Composite parent, TapService tap, Function<Node, List<Choice>> choices, Consumer<Branch<?>> wanted) {
        this.tap = tap;
        this.choices = choices;
        this.wanted = wanted;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        Label line = new Label(area, SWT.SEPARATOR | SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        links = new Link(area, SWT.NONE);
        links.setData("org.volans.id", "services.links");
        links.addListener(SWT.Selection, e -> choose(String.valueOf(e.text)));
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 4).applyTo(links);
        parts = new SashForm(area, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(parts);
        prose = new Prose(parts, "services.details");
        columns = new ColumnsGrid(parts);
        parts.setWeights(55, 45);
        asking = Workplace.quiet(area);
        availability = Workplace.quiet(area);
        show(Optional.empty());
    }

    /** Shows a node; asks its service for more when it stays selected for a moment. */
    void show(Optional<Node> node) {
        shown = node;
        asking.cancel();
        availability.cancel();
        tellsFailure = false;
        prose.clear();
        offer(node.map(choices).orElse(List.of()));
        if (!(node.orElse(null) instanceof TableNode)) {
            parts.setMaximizedControl(prose.widget());
        }
        if (node.isEmpty()) {
            prose.muted("Select a service, a table or a column to read about it.")
                    .show();
            return;
        }
        switch (node.get()) {
            case ServiceNode service -> service(service);
            case TableNode table -> table(table);
            case SchemaNode schema ->
                prose.title(schema.label()).muted(schema.remark()).paragraph(schema.description());
            case GroupNode group ->
                prose.title(group.of().label()).muted(group.label()).muted(group.remark());
            case ColumnNode column -> column(column);
            case ExampleNode example -> example(example.example());
            case ExamplesNode examples -> branch(examples).muted(examples.description());
            case Note note -> note(note);
        }
        prose.show();
        area.layout();
    }

    private void offer(List<Choice> next) {
        offered = next;
        links.setText(IntStream.range(0, next.size())
                .mapToObj(i -> "<a href=\"" + i + "\">" + next.get(i).label() + "</a>")
                .collect(Collectors.joining("    ")));
    }

    private void choose(String href) {
        offered.get(Integer.parseInt(href)).run().run();
    }

    /** Shows the node again when it is the one that is shown. */
    void changed(Branch<?> branch) {
        if (shown.filter(n -> n == branch || n instanceof Note note && note.about() == branch)
                .isPresent()) {
            if (branch.state() == Branch.State.READING && !tellsFailure) {
                offer(shown.map(choices).orElse(List.of()));
                area.layout();
            } else {
                show(Optional.of(branch));
            }
        }
    }

    private Prose branch(Branch<?> branch) {
        prose.title(branch.label());
        tellsFailure = branch.failure().isPresent();
        branch.failure().ifPresent(f -> prose.bad(f.message()));
        return prose;
    }

    private void note(Note note) {
        if (note.kind() == Note.Kind.FAILURE || note.kind() == Note.Kind.RETRY) {
            branch(note.about());
        } else {
            prose.title(note.about().label()).muted(note.label());
        }
    }

    private void service(ServiceNode service) {
        branch(service)
                .fact("URL", service.description())
                .fact("Identifier", service.entry().ivoid());
        asking.runAfter(
                LOOKING,
                "Asking what " + service.label() + " can do",
                monitor -> tap.capabilities(service.entry().url(), monitor),
                c -> capabilities(service, c),
                f -> failed(service, f));
    }

    private void failed(ServiceNode service, Failure failure) {
        if (service.failure().isEmpty()) {
            prose.bad(failure.message()).show();
        }
    }

    private void capabilities(ServiceNode service, TapCapabilities c) {
        if (service.state() == Branch.State.KNOWN && !service.schemas().isEmpty()) {
            long tables =
                    service.schemas().stream().mapToLong(SchemaNode::count).sum();
            prose.fact(
                    "Tables",
                    Count.of(tables) + " in " + Count.of(service.schemas().size(), "schema", "schemas"));
        }
        prose.fact("Languages", String.join(", ", c.languages()))
                .fact("Uploads", c.uploadMethods().isEmpty() ? "not supported" : "tables can be sent along")
                .fact("Rows at most", limit(c))
                .fact(
                        "Data models",
                        c.dataModels().stream()
                                .map(ServiceDetails::model)
                                .distinct()
                                .collect(Collectors.joining(", ")))
                .fact("Functions", functions(c))
                .show();
    }

    private static String functions(TapCapabilities c) {
        return c.features().isEmpty()
                ? ""
                : c.features().stream()
                        .map(f -> f.replaceAll("\\(.*", ""))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static String limit(TapCapabilities c) {
        String usual = rows(c.defaultMaxrec());
        String hard = rows(c.hardMaxrec());
        if (hard.isEmpty()) {
            return usual.isEmpty() ? "" : usual + " unless asked for more";
        }
        return usual.isEmpty() || usual.equals(hard) ? hard : usual + "; " + hard + " when asked for";
    }

    private static String rows(OptionalLong n) {
        return n.isPresent() ? Count.of(n.getAsLong()) : "";
    }

    /** {@code ivo://ivoa.net/std/ObsCore#core-1.1} as {@code ObsCore core-1.1}. */
    private static String model(String id) {
        return id.replaceFirst("(?i)^ivo://(ivoa\\.net/std/)?", "").replace('#', ' ');
    }

    /** Asks whether the service is up. */
    void checkAvailability(ServiceNode service) {
        availability.run(
                "Asking whether " + service.label() + " is available",
                monitor -> tap.availability(service.entry().url(), monitor),
                this::availability,
                f -> prose.bad("Availability: " + f.message()).show());
    }

    private void availability(Availability a) {
        prose.fact(
                        "Available",
                        (a.available() ? "yes" : "no") + (a.upSince().isEmpty() ? "" : ", since " + a.upSince()))
                .fact("Down at", a.downAt())
                .fact("Back at", a.backAt());
        a.notes().forEach(prose::paragraph);
        prose.show();
    }

    private void table(TableNode table) {
        branch(table)
                .muted(table.meta().name())
                .paragraph(table.meta().title())
                .paragraph(table.meta().description())
                .fact(
                        "Rows",
                        table.meta().rows() < 0
                                ? ""
                                : "about " + Count.of(table.meta().rows()))
                .fact("Utype", table.meta().utype());
        if (table.state() == Branch.State.READING || table.state() == Branch.State.UNKNOWN) {
            prose.muted("Reading the columns…");
        }
        columns.show(table.meta().columns());
        parts.setMaximizedControl(table.meta().columns().isEmpty() ? prose.widget() : null);
        if (table.state() == Branch.State.UNKNOWN) {
            area.getDisplay().timerExec((int) LOOKING.toMillis(), () -> {
                if (!area.isDisposed() && shown.filter(n -> n == table).isPresent()) {
                    wanted.accept(table);
                }
            });
        }
    }

    private void column(ColumnNode column) {
        prose.title(column.label())
                .muted("in " + column.table().meta().name())
                .paragraph(column.description())
                .fact("Type", column.meta().datatype())
                .fact("Unit", column.meta().unit())
                .fact("UCD", column.meta().ucd().text())
                .fact("Utype", column.meta().utype())
                .fact("Indexed", column.meta().indexed() ? "yes: constraints on it are fast" : "");
    }

    private void example(TapExample example) {
        prose.title(example.name()).paragraph(example.description()).gap().code(example.query());
    }
}

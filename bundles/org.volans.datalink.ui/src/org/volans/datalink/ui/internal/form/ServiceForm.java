package org.volans.datalink.ui.internal.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPage;
import org.volans.api.InputException;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.ServiceInput;
import org.volans.api.datalink.ServiceInput.Kind;
import org.volans.api.datalink.SodaService;
import org.volans.datalink.ui.internal.Arrival;
import org.volans.datalink.ui.internal.Downloads;
import org.volans.datalink.ui.internal.Large;
import org.volans.datalink.ui.internal.LinkWords;
import org.volans.datalink.ui.internal.Place;
import org.volans.datalink.ui.internal.RowLinks;
import org.volans.datalink.ui.internal.StatusBar;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.widgets.Tone;
import org.volans.ui.work.Workplace;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;

/** A form made from a service's descriptor, and what comes of it. UI thread only. */
public final class ServiceForm {

    /** Parameters of SODA 1.0, section 3.3, that are no region. */
    private static final List<String> STANDARD = List.of("BAND", "TIME", "POL");

    /**
     * What forms work with.
     *
     * @param places known positions, the most likely one first
     */
    public record Means(
            SodaService soda,
            Downloads downloads,
            ProjectFolder project,
            IWorkbenchPage page,
            Supplier<List<Place>> places) {}

    private final Means means;
    private final Composite whole;
    private final ScrolledComposite scroll;
    private final Composite box;
    private final Workplace work;
    private final List<FormField> fields = new ArrayList<>();
    private final List<ServiceInput> inputs;
    private final ServiceDescriptor descriptor;
    private final LinkRow link;
    private final RowLinks row;
    private final FormFoot foot;
    private final StatusBar status;

    /** @param link a link to a service */
    public ServiceForm(Composite parent, Means means, ServiceDescriptor descriptor, LinkRow link, RowLinks row) {
        this.means = means;
        this.descriptor = descriptor;
        this.link = link;
        this.row = row;
        this.inputs = ServiceInput.of(descriptor);
        whole = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(whole);
        scroll = new ScrolledComposite(whole, SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scroll);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        box = new Composite(scroll, SWT.NONE);
        scroll.setContent(box);
        // a cutout goes on when another row is highlighted and this form goes
        work = new Workplace(parent);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(6, 4)
                .spacing(8, 6)
                .applyTo(box);
        boolean reachable = addFields();
        listFixed();
        foot = new FormFoot(whole, means.soda().isSoda(descriptor) ? "Cut Out" : "Run", reachable, this::run);
        status = foot.status();
        listen(box);
        guess();
        scroll.addListener(SWT.Resize, e -> fit());
        fit();
    }

    /** The whole form. */
    public Control control() {
        return whole;
    }

    /** What is sent without being asked for. */
    private void listFixed() {
        String fixed = String.join(
                "\n",
                inputs.stream()
                        .filter(i -> i.kind() == Kind.FIXED)
                        .map(i -> i.name() + " = " + row.leads().given().getOrDefault(i.ref(), i.value()))
                        .toList());
        if (!fixed.isEmpty()) {
            Widgets.note(box, fixed, 2).setToolTipText("Sent as the service\u2019s description has it");
        }
    }

    /** @return whether the service can be called from here */
    private boolean addFields() {
        String standard = String.valueOf(descriptor.getStandardId()).toLowerCase(Locale.ROOT);
        if (standard.contains("/soda#async")) {
            Tone.WARN.on(Widgets.note(
                    box,
                    "This service makes cutouts as jobs, which Volans cannot start. Use the one that answers at once.",
                    2));
            return false;
        }
        List<ServiceInput> shapes = inputs.stream()
                .filter(i ->
                        List.of("CIRCLE", "POLYGON", "POS").contains(i.name().toUpperCase(Locale.ROOT))
                                && i.kind() != Kind.FIXED)
                .toList();
        if (!shapes.isEmpty()) {
            fields.add(new RegionField(box, shapes, means.places()));
        }
        // what the standard knows stands before what only this service has
        inputs.stream()
                .filter(input -> !shapes.contains(input))
                .sorted(Comparator.comparing(
                        input -> !STANDARD.contains(input.name().toUpperCase(Locale.ROOT))))
                .forEach(this::add);
        return true;
    }

    private void add(ServiceInput input) {
        switch (input.kind()) {
            case FIXED -> {
                // listed above
            }
            case BAND, TIME, INTERVAL -> fields.add(new IntervalField(box, input));
            default -> fields.add(new ValueField(box, input));
        }
    }

    private void listen(Composite from) {
        for (Control child : from.getChildren()) {
            child.addListener(SWT.Modify, e -> guess());
            if (child instanceof Composite composite) {
                listen(composite);
            }
        }
    }

    private OptionalLong guessed() {
        if (!means.soda().isSoda(descriptor)) {
            return OptionalLong.empty();
        }
        try {
            return SizeGuess.of(answers(), inputs, row.leads().bytes());
        } catch (InputException e) {
            return OptionalLong.empty(); // half-typed; said when it is run
        }
    }

    private void guess() {
        OptionalLong bytes = guessed();
        foot.size(
                bytes.isEmpty()
                        ? ""
                        : "About " + LinkWords.size(bytes) + " of "
                                + LinkWords.size(row.leads().bytes()),
                Large.is(bytes));
    }

    private Answers answers() throws InputException {
        Answers answers = new Answers();
        for (FormField field : fields) {
            field.fill(answers);
        }
        return answers;
    }

    private void run() {
        Answers answers;
        try {
            answers = answers();
        } catch (InputException e) {
            status.bad(e.getMessage());
            return;
        }
        if (Large.agreed(box.getShell(), "Large Cutout", "This will be about %s. Fetch it all the same?", guessed())) {
            start(new ServiceCall(descriptor, identifier(), answers, row.leads().given(), row.name()));
        }
    }

    /** What the link belongs to; of a service that came with the table, what the row gives. */
    private String identifier() {
        return inputs.stream()
                .filter(i -> i.name().equalsIgnoreCase("ID") && !i.ref().isEmpty())
                .map(i -> row.leads().given().getOrDefault(i.ref(), ""))
                .findFirst()
                .orElse(link.id());
    }

    private void start(ServiceCall call) {
        status.busy("Waiting for the service", this::stop);
        foot.enable(false);
        work.run(
                LinkWords.title(link) + ": " + row.name(),
                monitor -> call.run(
                        means.soda(),
                        means.downloads(),
                        means.project(),
                        status.watch(monitor, work, words -> status.busy(words, this::stop))),
                this::ended,
                failure -> {
                    foot.enable(true);
                    status.bad(failure.message());
                });
    }

    private void ended(ServiceCall.End end) {
        foot.enable(true);
        end.file().ifPresentOrElse(this::arrived, () -> status.warn("Nothing there: " + end.words()));
    }

    private void arrived(IFile file) {
        Arrival.say(means.page(), file, status);
        Arrival.open(means.page(), file, status);
    }

    private void stop() {
        work.cancel();
        foot.enable(true);
        status.warn("Stopped.");
    }

    private void fit() {
        @Nullable Control content = scroll.getContent();
        if (content != null && !content.isDisposed()) {
            int width = scroll.getClientArea().width;
            scroll.setMinSize(content.computeSize(Math.max(width, 220), SWT.DEFAULT));
            box.layout(true, true);
        }
    }
}

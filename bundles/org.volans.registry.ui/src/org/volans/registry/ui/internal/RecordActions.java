package org.volans.registry.ui.internal;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.volans.api.VoException;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;
import org.volans.ui.Ids;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;
import org.volans.ui.widgets.Copy;
import org.volans.ui.widgets.Icons;
import org.volans.ui.work.Workplace;

/** What can be done with the selected records. UI thread only. */
final class RecordActions {

    static final String BUNDLE = "org.volans.registry.ui";

    private static final String NO_TAP = "No TAP interface: only TAP services can be queried from the Services view";

    /**
     * Where the actions take place.
     *
     * @param page     where the Services view is shown
     * @param owner    a control of the view
     * @param registry asked for the service behind an auxiliary capability
     * @param choice   the registry in use
     * @param services the list
     * @param say      shows one line to the user
     */
    record Place(
            IWorkbenchPage page,
            Control owner,
            RegistryService registry,
            RegistryChoice choice,
            ServiceList services,
            Consumer<String> say) {}

    final Action add = action("Add to Services", "add", this::add);
    final Action copyUrl = action("Copy Access URL", "", () -> copy(urls()));
    final Action copyIvoid = action("Copy Identifier", "", () -> copy(ivoids()));
    final Action copyCitation = action("Copy Citation", "", () -> copy(citations()));
    final Action openPage = action("Open Reference Page", "", this::openPage);

    private final Place place;
    private List<RegistryRecord> selected = List.of();

    RecordActions(Place place) {
        this.place = place;
        select(List.of());
    }

    /** @param icon of this bundle; may be empty */
    static Action action(String text, String icon, Runnable run) {
        Action action = new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
        if (!icon.isEmpty()) {
            action.setImageDescriptor(icon(icon));
        }
        return action;
    }

    static ImageDescriptor icon(String name) {
        return Icons.descriptor(BUNDLE, name);
    }

    /** The actions are about these records now. */
    void select(List<RegistryRecord> records) {
        selected = records;
        boolean any = !records.isEmpty();
        boolean tap = records.stream().anyMatch(r -> r.access(ServiceType.TAP).isPresent());
        add.setEnabled(tap);
        add.setToolTipText(
                tap ? "Lists the service in the Services view (Enter)" : any ? NO_TAP : "Select a resource first");
        copyUrl.setEnabled(!urls().isEmpty());
        copyIvoid.setEnabled(any);
        copyCitation.setEnabled(any);
        openPage.setEnabled(records.size() == 1 && web(records.getFirst().referenceUrl()));
    }

    /** Fills a context menu. */
    void fill(IMenuManager menu) {
        menu.add(add);
        menu.add(openPage);
        menu.add(new Separator());
        menu.add(copyUrl);
        menu.add(copyIvoid);
        menu.add(copyCitation);
    }

    /** Access URLs, one a line: the TAP one, else the first. */
    String urls() {
        return selected.stream()
                .flatMap(r -> r
                        .access(ServiceType.TAP)
                        .or(() -> r.interfaces().stream().findFirst())
                        .stream())
                .map(i -> i.accessUrl().toString())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private String ivoids() {
        return selected.stream().map(RegistryRecord::ivoid).collect(Collectors.joining("\n"));
    }

    private String citations() {
        return selected.stream().map(Citation::text).collect(Collectors.joining("\n"));
    }

    /** Puts text into the clipboard. */
    void copy(String text) {
        if (text.isEmpty()) {
            return;
        }
        Copy.text(text);
    }

    private static boolean web(String url) {
        return url.matches("(?i)https?://.+");
    }

    private void openPage() {
        open(selected.getFirst().referenceUrl());
    }

    /** Opens a web page in the system's browser; anything else than http is not opened. */
    void open(String url) {
        if (!web(url) || !Program.launch(url)) {
            place.say.accept("No browser could be started for " + url + ".");
        }
    }

    private void add() {
        List<RegistryRecord> records = selected.stream()
                .filter(r -> r.access(ServiceType.TAP).isPresent())
                .toList();
        if (records.isEmpty()) {
            return;
        }
        URI endpoint = place.choice.current();
        // a place of its own for each: adding the next service must not cancel this one
        new Workplace(place.owner)
                .run(
                        "Adding to Services",
                        monitor -> add(records, endpoint, monitor),
                        this::added,
                        failure -> place.say.accept(failure.message()));
    }

    private List<String> add(List<RegistryRecord> records, URI endpoint, IProgressMonitor monitor) throws VoException {
        List<String> names = new ArrayList<>();
        for (RegistryRecord record : records) {
            ServiceEntry entry = entry(record, endpoint, monitor);
            Optional<ServiceEntry> there = place.services.all().stream()
                    .filter(e -> e.url().equals(entry.url()))
                    .findFirst();
            if (there.isEmpty() && place.choice.temporary() && loopback(entry.url())) {
                // the embedded sky has other ports the next time
                place.services.addForSession(entry);
            } else if (there.isEmpty()) {
                place.services.add(entry);
            }
            names.add(there.map(ServiceEntry::name).orElse(entry.name()));
        }
        return names;
    }

    /** A record of data leads to the service that has them among others: that one is listed, under its own name. */
    private ServiceEntry entry(RegistryRecord record, URI endpoint, IProgressMonitor monitor) throws VoException {
        RegistryRecord.Interface tap = record.access(ServiceType.TAP).orElseThrow();
        if (!tap.auxiliary()) {
            return entry(record, tap);
        }
        RegistryQuery own = new RegistryQuery(List.of(new RegistryConstraint.ServedAt(tap.accessUrl())), 20);
        return place.registry.page(endpoint, own, Optional.empty(), monitor).records().stream()
                .filter(r -> r.access(ServiceType.TAP)
                        .filter(i -> !i.auxiliary() && i.accessUrl().equals(tap.accessUrl()))
                        .isPresent())
                .findFirst()
                .map(r -> entry(r, tap))
                .orElseGet(() -> entry(record, tap));
    }

    private static ServiceEntry entry(RegistryRecord record, RegistryRecord.Interface tap) {
        String name = record.shortName().isBlank() ? record.title() : record.shortName();
        return new ServiceEntry(name.isBlank() ? record.ivoid() : name, record.ivoid(), tap.accessUrl());
    }

    private static boolean loopback(URI url) {
        String host = url.getHost();
        return host != null
                && (host.equals("localhost")
                        || InetAddress.getLoopbackAddress().getHostAddress().equals(host));
    }

    private void added(List<String> names) {
        place.say.accept(String.join(", ", names) + (names.size() == 1 ? " is" : " are") + " in Services.");
        try {
            place.page.showView(Ids.SERVICES_VIEW);
        } catch (PartInitException e) {
            place.say.accept("The Services view could not be opened: " + e.getMessage());
        }
    }
}

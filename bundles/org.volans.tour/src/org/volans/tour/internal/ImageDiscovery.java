package org.volans.tour.internal;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.api.inquiry.Exchange;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;

/** Step 3: which images cover which position, asked of every ObsCore service of the waveband at once. */
final class ImageDiscovery {

    private static final int MOST_ROWS_EACH = 5000;

    private final TourServices services;
    private final TourOptions options;
    private final Step step;

    ImageDiscovery(TourServices services, TourOptions options, Step step) {
        this.services = services;
        this.options = options;
        this.step = step;
    }

    /** What the registry knows; the first question that a tour asks it. */
    List<RegistryRecord> records(IProgressMonitor monitor) throws VoException {
        return records(services.registry(), options.waveband(), options.inquiry(step), monitor);
    }

    /** What the registry knows of ObsCore services of a waveband. */
    static List<RegistryRecord> records(
            RegistryService registry, String waveband, Inquiry inquiry, IProgressMonitor monitor) throws VoException {
        return new Log(inquiry.journal())
                .ask(
                        "registry",
                        inquiry.registry(),
                        "type: tap; data model: obscore; waveband: " + waveband,
                        () -> registry.search(inquiry.registry(), DiscoveryRequest.Service.query(waveband), monitor),
                        found -> Log.count(found.size(), "resource"));
    }

    /** The services of the records, each URL once: many records may lead to one. */
    List<DiscoveryRequest.Service> services(List<RegistryRecord> records) throws InputException {
        List<DiscoveryRequest.Service> found = DiscoveryRequest.Service.of(records);
        if (found.isEmpty()) {
            throw new InputException(
                    "the registry " + options.registry() + " knows no ObsCore service for the waveband '"
                            + options.waveband() + "'; try another --waveband");
        }
        return found;
    }

    DiscoveryReport discover(List<DiscoveryRequest.Service> asked, Objects objects, IProgressMonitor monitor)
            throws VoException {
        DiscoveryRequest request =
                new DiscoveryRequest(asked, objects.positions(), 0, "", MOST_ROWS_EACH, options.timeout());
        DiscoveryReport report = services.discovery().discover(request, this::write, monitor);
        report.table().setName("discovery");
        long silent = report.outcomes().stream()
                .filter(o -> o instanceof ServiceOutcome.Failed)
                .count();
        step.note(report.table().getRowCount() + " pairs of position and data set from "
                + (report.outcomes().size() - silent) + " of "
                + Log.count(report.outcomes().size(), "service"));
        if (silent == report.outcomes().size()) {
            throw new InputException("none of the " + silent + " ObsCore services answered");
        }
        return report;
    }

    private void write(ServiceOutcome outcome) {
        double seconds = outcome.elapsed().toMillis() / 1000.0;
        String url = outcome.service().url().toString();
        switch (outcome) {
            case ServiceOutcome.Answered a ->
                step.add(new Exchange(
                        a.service().name(),
                        url,
                        a.adql(),
                        true,
                        a.dataSets() + " data sets, " + a.matches() + " matches"
                                + (a.overflow() ? ", cut off by the service" : "")
                                + (a.note().isEmpty() ? "" : "; " + a.note()),
                        seconds));
            case ServiceOutcome.Failed f ->
                step.add(new Exchange(f.service().name(), url, f.adql(), false, f.message(), seconds));
        }
    }
}

package org.volans.discovery.ui.internal.view;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.VoException;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.DiscoveryService;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.api.table.TableService;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;

/** Writes what services have said as a table of the project. Does I/O. */
final class ResultFile {

    private final DiscoveryService discovery;
    private final TableService tables;
    private final ProjectFolder folder;

    ResultFile(DiscoveryService discovery, TableService tables, ProjectFolder folder) {
        this.discovery = discovery;
        this.tables = tables;
        this.folder = folder;
    }

    /**
     * @param parts   reports on the same positions; of a service in several, the last counts
     * @param name    of the positions
     * @param seconds how long the asking took
     */
    IFile write(List<DiscoveryReport> parts, String name, Settings asked, double seconds, IProgressMonitor monitor)
            throws VoException {
        DiscoveryReport report = discovery.merge(parts);
        String what = asked.waveband().isEmpty() ? "data" : asked.waveband();
        report.table().setName(what + " at " + name);
        IFile file = folder.newFile(ProjectFolder.RESULTS, name + " " + what, "vot");
        Path path = ProjectFolder.path(file);
        tables.save(report.table(), path, "", monitor);
        folder.arrived(file, provenance(report, asked, seconds));
        return file;
    }

    private static Provenance provenance(DiscoveryReport report, Settings asked, double seconds) {
        Map<String, String> more = new LinkedHashMap<>();
        more.put("radius", asked.radius() + " arcmin");
        more.put("kind", asked.kind().isEmpty() ? "any" : asked.kind());
        report.outcomes()
                .forEach(outcome -> more.put(
                        outcome.service().name() + " (" + outcome.service().url() + ")", said(outcome)));
        return new Provenance(
                report.outcomes().size() + " ObsCore services",
                report.outcomes().stream()
                        .map(ServiceOutcome::adql)
                        .filter(adql -> !adql.isEmpty())
                        .findFirst()
                        .orElse(""),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                seconds,
                report.table().getRowCount(),
                report.outcomes().stream().anyMatch(o -> o instanceof ServiceOutcome.Answered a && a.overflow()),
                more);
    }

    private static String said(ServiceOutcome outcome) {
        return switch (outcome) {
            case ServiceOutcome.Answered a ->
                a.dataSets() + " data sets, " + a.matches() + " matches" + (a.overflow() ? ", cut off" : "")
                        + (a.note().isEmpty() ? "" : "; " + a.note());
            case ServiceOutcome.Failed f -> f.message();
        };
    }
}

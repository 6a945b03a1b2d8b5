package org.volans.tap.ui.internal.jobs;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.volans.api.InputException;
import org.volans.api.tap.JobLedger;
import org.volans.tap.ui.internal.ResultFiles;
import org.volans.tap.ui.internal.jobs.JobRow.Fetched;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;

/** Brings together what the ledger and the project know of jobs. Safe for concurrent use. */
final class JobsModel {

    private final JobLedger ledger;
    private final ProjectFolder folder;
    private final ServiceList services;

    JobsModel(JobLedger ledger, ProjectFolder folder, ServiceList services) {
        this.ledger = ledger;
        this.folder = folder;
        this.services = services;
    }

    /** All jobs of the ledger. I/O. */
    List<JobRow> read() throws InputException {
        Map<String, Fetched> fetched = fetched();
        return ledger.entries().stream()
                .map(e -> new JobRow(
                        e,
                        name(e.service()),
                        new JobReport.Unasked(),
                        Optional.ofNullable(fetched.get(e.job().toString()))))
                .toList();
    }

    /** What the service is called. */
    private String name(URI service) {
        return services.all().stream()
                .filter(s -> s.url().equals(service))
                .map(ServiceEntry::name)
                .findFirst()
                .orElse(String.valueOf(service.getAuthority()));
    }

    /** The results that are in the project, by the URL of their job. */
    private Map<String, Fetched> fetched() {
        Map<String, Fetched> fetched = new HashMap<>();
        IFolder results = folder.project().getFolder(ProjectFolder.RESULTS);
        if (!results.exists()) {
            return fetched;
        }
        try {
            for (IResource member : results.members()) {
                if (member instanceof IFile file && "vot".equals(file.getFileExtension())) {
                    note(file, fetched);
                }
            }
        } catch (CoreException e) {
            ILog.of(JobsModel.class).warn("The results in the project cannot be listed: " + e.getMessage(), e);
        }
        return fetched;
    }

    private void note(IFile file, Map<String, Fetched> fetched) {
        try {
            folder.provenance(file)
                    .ifPresent(p -> Optional.ofNullable(p.more().get(ResultFiles.JOB))
                            .ifPresent(job -> fetched.put(job, new Fetched(file, p.rows()))));
        } catch (InputException e) {
            ILog.of(JobsModel.class).warn(e.getMessage()); // one spoilt sidecar must not hide the other results
        }
    }
}

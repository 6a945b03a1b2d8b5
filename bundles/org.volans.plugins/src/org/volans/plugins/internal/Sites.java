package org.volans.plugins.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.engine.ProvisioningContext;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.artifact.IArtifactDescriptor;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.volans.api.InputException;

/** The update sites that a plan may fetch from. */
final class Sites {

    /** A site with mirrors says itself that the next of them is to be tried. */
    private static final int MIRRORS = 10;

    private final Set<IArtifactRepository> repositories;

    /** Loads their indexes; blocks. */
    Sites(ProvisioningContext context, IProgressMonitor monitor) {
        SubMonitor parts = SubMonitor.convert(monitor, 2);
        repositories = context.getArtifactRepositories(parts.split(1))
                .query(QueryUtil.createMatchQuery(IArtifactRepository.class, "true"), parts.split(1))
                .toUnmodifiableSet();
    }

    /**
     * Fetches a bundle, which is checked against the sums of the site's index; blocks.
     *
     * @param target the file to write
     * @throws InputException when no site gives it
     */
    void fetch(IArtifactKey bundle, Path target, IProgressMonitor monitor) throws InputException, IOException {
        String reason = ": no update site has it";
        for (IArtifactRepository repository : repositories) {
            if (repository.contains(bundle)) {
                IStatus status = fetch(repository, bundle, target, monitor);
                if (monitor.isCanceled() || status.matches(IStatus.CANCEL)) {
                    throw new OperationCanceledException();
                }
                if (!status.matches(IStatus.ERROR)) {
                    return;
                }
                reason = " from " + repository.getLocation() + ": " + Refusal.innermost(status);
            }
        }
        throw new InputException("Cannot fetch " + bundle.getId() + " " + bundle.getVersion() + reason);
    }

    private static IStatus fetch(
            IArtifactRepository repository, IArtifactKey bundle, Path target, IProgressMonitor monitor)
            throws IOException {
        IArtifactDescriptor[] forms = repository.getArtifactDescriptors(bundle);
        IArtifactDescriptor jar = Stream.of(forms)
                .filter(form -> form.getProperty(IArtifactDescriptor.FORMAT) == null)
                .findFirst()
                .orElse(forms[0]);
        IStatus status;
        int attempts = 0;
        do {
            try (OutputStream out = Files.newOutputStream(target)) {
                status = repository.getArtifact(jar, out, monitor);
            }
        } while (status.getCode() == IArtifactRepository.CODE_RETRY && ++attempts < MIRRORS);
        return status;
    }
}

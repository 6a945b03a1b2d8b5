package org.volans.adql.ui.internal;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.OutputException;
import org.volans.ui.query.QueryFile;

/**
 * What is remembered of a query file beside its text, in persistent properties of the workspace.
 *
 * @param service URL
 * @param job     whether it is run as a job
 * @param maxrec  most rows
 * @param uploads as {@link org.volans.adql.ui.internal.run.Uploads#remembered} writes them
 */
record FileMemory(Optional<URI> service, boolean job, OptionalLong maxrec, String uploads) {

    /** The length that the workspace can keep. */
    private static final int LONGEST = 2000;

    /** Reads what is remembered; does I/O. */
    static FileMemory of(IFile file) throws OutputException {
        try {
            String maxrec = text(file.getPersistentProperty(QueryFile.MAXREC));
            return new FileMemory(
                    uri(text(file.getPersistentProperty(QueryFile.SERVICE))),
                    "true".equals(file.getPersistentProperty(QueryFile.JOB)),
                    maxrec.matches("\\d{1,10}") ? OptionalLong.of(Long.parseLong(maxrec)) : OptionalLong.empty(),
                    text(file.getPersistentProperty(QueryFile.UPLOADS)));
        } catch (CoreException e) {
            throw new OutputException("the settings of " + file.getName() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Remembers soon, also when the editor is closed meanwhile. */
    void keepSoon(IFile file) {
        Job job = Job.createSystem("Keeping the settings of " + file.getName(), (ICoreRunnable) monitor -> {
            try {
                keep(file);
            } catch (OutputException e) {
                ILog.of(FileMemory.class).warn(e.getMessage(), e);
            }
        });
        // one after the other: the newest settings are kept last
        job.setRule(file);
        job.schedule();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Optional<URI> uri(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Remembers; does I/O. */
    private void keep(IFile file) throws OutputException {
        try {
            if (file.exists()) {
                file.setPersistentProperty(
                        QueryFile.SERVICE, service.map(URI::toString).orElse(null));
                file.setPersistentProperty(QueryFile.JOB, job ? "true" : null);
                file.setPersistentProperty(
                        QueryFile.MAXREC, maxrec.isPresent() ? Long.toString(maxrec.getAsLong()) : null);
                file.setPersistentProperty(
                        QueryFile.UPLOADS, uploads.isEmpty() || uploads.length() > LONGEST ? null : uploads);
            }
        } catch (CoreException e) {
            throw new OutputException("the settings of " + file.getName() + " cannot be kept: " + e.getMessage(), e);
        }
    }
}

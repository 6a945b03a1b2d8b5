package org.volans.samp.ui.internal.start;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.volans.api.VoException;
import org.volans.api.samp.SampService;
import org.volans.api.samp.SampService.JoinRequest;
import org.volans.samp.ui.internal.view.SampNews;
import org.volans.ui.services.Preferences;
import org.volans.ui.work.Failure;

/** Takes part in SAMP when the window shows, if the user prefers that. */
public final class SampStart implements IStartup {

    @Override
    public void earlyStartup() {
        boolean join = Platform.getPreferencesService().getBoolean(Preferences.NODE, Preferences.SAMP_JOIN, true, null);
        if (join) {
            Job.createSystem("Joining SAMP", (ICoreRunnable) monitor -> join(IProgressMonitor.nullSafe(monitor)))
                    .schedule();
        }
    }

    private static void join(IProgressMonitor monitor) {
        boolean hub = Platform.getPreferencesService().getBoolean(Preferences.NODE, Preferences.SAMP_HUB, false, null);
        try {
            PlatformUI.getWorkbench().getService(SampService.class).join(new JoinRequest(hub, false), monitor);
        } catch (VoException e) {
            PlatformUI.getWorkbench().getService(SampNews.class).refused(Failure.of(e));
            ILog.of(SampStart.class).warn("SAMP: " + e.getMessage());
        }
    }
}

package org.volans.app.internal;

import java.net.URL;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.osgi.framework.Bundle;
import org.volans.api.OutputException;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.work.Workplace;

/** What the workbench is at its start and end. */
@NonNullByDefault({})
final class VolansAdvisor extends WorkbenchAdvisor {

    private final boolean startSky;

    VolansAdvisor(boolean startSky) {
        this.startSky = startSky;
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return Ids.PERSPECTIVE;
    }

    @Override
    public IAdaptable getDefaultPageInput() {
        return ResourcesPlugin.getWorkspace().getRoot();
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        configurer.setSaveAndRestore(true);
        IDE.registerAdapters();
        @Nullable Bundle icons = Platform.getBundle("org.eclipse.ui.ide");
        declare(configurer, icons, IDE.SharedImages.IMG_OBJ_PROJECT, "icons/full/obj16/prj_obj.svg");
        declare(configurer, icons, IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED, "icons/full/obj16/cprj_obj.svg");
        declare(configurer, icons, IDE.SharedImages.IMG_OPEN_MARKER, "icons/full/elcl16/gotoobj_tsk.svg");
    }

    private static void declare(IWorkbenchConfigurer configurer, @Nullable Bundle bundle, String id, String path) {
        @Nullable URL url = bundle == null ? null : bundle.getEntry(path);
        if (url != null) {
            configurer.declareImage(id, ImageDescriptor.createFromURL(url), true);
        }
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new VolansWindowAdvisor(configurer);
    }

    @Override
    public void preStartup() {
        // before the window: editors that are restored need their files
        try {
            getWorkbenchConfigurer().getWorkbench().getService(ProjectFolder.class).ensure();
        } catch (OutputException e) {
            ILog.of(VolansAdvisor.class).error(e.getMessage(), e);
        }
    }

    @Override
    public void postStartup() {
        if (startSky) {
            getWorkbenchConfigurer().getWorkbench().getService(SkySession.class).start();
        }
    }

    @Override
    public boolean preShutdown() {
        var running = org.eclipse.core.runtime.jobs.Job.getJobManager().find(Workplace.FAMILY);
        if (running.length == 0) {
            return true;
        }
        String first = running[0].getName();
        String what = running.length == 1 ? first : first + " and " + (running.length - 1) + " more";
        return MessageDialog.openQuestion(
                getWorkbenchConfigurer().getWorkbench().getActiveWorkbenchWindow().getShell(),
                "Close Volans",
                "Still at work: " + what + ".\n\nClose and give that up?");
    }

    @Override
    public void postShutdown() {
        try {
            ResourcesPlugin.getWorkspace().save(true, null);
        } catch (org.eclipse.core.runtime.CoreException e) {
            ILog.of(VolansAdvisor.class).error("the workspace could not be saved: " + e.getMessage(), e);
        }
    }
}

package org.volans.app.internal;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.osgi.framework.Bundle;
import org.volans.api.OutputException;
import org.volans.app.internal.files.FileRequests;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;

/** What the workbench is at its start and end. */
@NonNullByDefault({})
final class VolansAdvisor extends WorkbenchAdvisor {

    private final boolean startSky;
    private final Splash splash;
    private volatile boolean unasked;
    private @Nullable FileRequests requests;

    /** @param splash taken away when the window shows */
    VolansAdvisor(boolean startSky, Splash splash) {
        this.startSky = startSky;
        this.splash = splash;
    }

    /** The next close asks nothing: the system wants the program to end. */
    void leaveUnasked() {
        unasked = true;
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return Ids.PERSPECTIVE;
    }

    @Override
    public String getMainPreferencePageId() {
        return PreferenceTree.VOLANS;
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
        return new VolansWindowAdvisor(configurer, !startSky);
    }

    @Override
    public void preStartup() {
        // before the window: editors that are restored need their files
        try {
            workbench().getService(ProjectFolder.class).ensure();
        } catch (OutputException e) {
            ILog.of(VolansAdvisor.class).error(e.getMessage(), e);
        }
    }

    @Override
    public void postStartup() {
        // when the window shows, which is when events are handled
        workbench().getDisplay().asyncExec(splash::close);
        if (startSky) {
            workbench().getService(SkySession.class).start();
        }
        watchForFiles();
        workbench()
                .getDisplay()
                .asyncExec(() -> PreferenceTree.prune(workbench().getPreferenceManager()));
    }

    private void watchForFiles() {
        try {
            requests = new FileRequests(
                    workbench(), Path.of(Platform.getInstanceLocation().getURL().getPath()));
        } catch (IOException e) {
            ILog.of(VolansAdvisor.class).error("files cannot be opened from the command line: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean preShutdown() {
        return unasked || Leaving.allowed(workbench());
    }

    @Override
    public void postShutdown() {
        @Nullable FileRequests open = requests;
        if (open != null) {
            open.close();
        }
        try {
            ResourcesPlugin.getWorkspace().save(true, null);
        } catch (CoreException e) {
            ILog.of(VolansAdvisor.class).error("the workspace could not be saved: " + e.getMessage(), e);
        }
    }

    private IWorkbench workbench() {
        return getWorkbenchConfigurer().getWorkbench();
    }
}

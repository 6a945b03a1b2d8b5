package org.volans.handlers.ui.internal.events;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.volans.handlers.ui.internal.host.ProjectRules;

/** When the window shows: puts the project's rules in force and begins to follow what the user selects. */
public final class HandlersStart implements IStartup {

    @Override
    public void earlyStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        // on a thread of the platform, not the UI's
        workbench.getService(ProjectRules.class).load();
        if (workbench.isClosing()) {
            return;
        }
        workbench.getDisplay().asyncExec(() -> {
            if (!workbench.isClosing()) {
                workbench.getService(SelectionEvents.class).follow(workbench);
            }
        });
    }
}

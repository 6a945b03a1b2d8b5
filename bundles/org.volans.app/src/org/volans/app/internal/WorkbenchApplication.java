package org.volans.app.internal;

import java.io.IOException;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/** The desktop program. Arguments: {@code --sky} starts the embedded sky at once. */
public final class WorkbenchApplication implements IApplication {

    private static final Integer FAILED = 1;

    @Override
    @NonNullByDefault({})
    public Object start(IApplicationContext context) {
        Object given = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        List<String> arguments = given instanceof String[] words ? List.of(words) : List.of();
        Display display = PlatformUI.createDisplay();
        try {
            if (!ownsWorkspace(display)) {
                return FAILED;
            }
            int code = PlatformUI.createAndRunWorkbench(display, new VolansAdvisor(arguments.contains("--sky")));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    /** Two programs on one workspace would write over each other's state. */
    private static boolean ownsWorkspace(Display display) {
        Location workspace = Platform.getInstanceLocation();
        String trouble;
        try {
            if (workspace.isSet() && workspace.lock()) {
                return true;
            }
            trouble = "Another Volans has it open. Close that one, or start this one with -data and another folder.";
        } catch (IOException e) {
            trouble = "It cannot be written: " + e.getMessage() + ". Start with -data and another folder.";
        }
        String where = workspace.getURL() == null ? "(none)" : workspace.getURL().getPath();
        System.err.println("volans: the workspace " + where + " cannot be used. " + trouble);
        Shell shell = new Shell(display);
        MessageDialog.openError(shell, "Volans", "The workspace " + where + " cannot be used.\n\n" + trouble);
        shell.dispose();
        return false;
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().syncExec(workbench::close);
        }
    }
}

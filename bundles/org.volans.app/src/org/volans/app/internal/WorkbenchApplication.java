package org.volans.app.internal;

import java.io.IOException;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/** The desktop program. Arguments: {@code --sky} starts the embedded sky at once. */
public final class WorkbenchApplication implements IApplication {

    private static final Integer FAILED = 1;

    private volatile @Nullable VolansAdvisor advisor;

    @Override
    @NonNullByDefault({})
    public Object start(IApplicationContext context) {
        Object given = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        List<String> arguments = given instanceof String[] words ? List.of(words) : List.of();
        @Nullable Display display = display();
        if (display == null) {
            return FAILED;
        }
        try {
            if (!ownsWorkspace(display)) {
                return FAILED;
            }
            ItemStyles.leaveAlone(display);
            VolansAdvisor made = new VolansAdvisor(arguments.contains("--sky"), new Splash(display));
            advisor = made;
            try (Termination termination = new Termination(made::leaveUnasked)) {
                int code = PlatformUI.createAndRunWorkbench(display, made);
                return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
            }
        } finally {
            display.dispose();
        }
    }

    private static @Nullable Display display() {
        // the default makes disabled icons brighter than the others on a dark background
        System.setProperty("org.eclipse.swt.image.disablement", "desaturated");
        try {
            return PlatformUI.createDisplay();
        } catch (SWTError | LinkageError e) {
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            System.err.println(
                    "volans: no window can be opened (" + first + "). The workbench needs a graphical session and,"
                            + " on Linux, GTK 3 (Debian: libgtk-3-0). Commands work without: volans --help");
            return null;
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
        String where =
                workspace.getURL() == null ? "(none)" : workspace.getURL().getPath();
        System.err.println("volans: the workspace " + where + " cannot be used. " + trouble);
        Shell shell = new Shell(display);
        MessageDialog.openError(shell, "Volans", "The workspace " + where + " cannot be used.\n\n" + trouble);
        shell.dispose();
        return false;
    }

    @Override
    public void stop() {
        @Nullable VolansAdvisor now = advisor;
        if (now != null && PlatformUI.isWorkbenchRunning()) {
            now.leaveUnasked();
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().syncExec(() -> {
                // a signal may have begun it already
                if (!workbench.isClosing()) {
                    workbench.close();
                }
            });
        }
    }
}

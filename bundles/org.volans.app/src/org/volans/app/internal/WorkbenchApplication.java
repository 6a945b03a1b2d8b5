package org.volans.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;
import org.volans.api.InputException;
import org.volans.api.WorkbenchCondition;
import org.volans.app.internal.files.FileRequests;

/** The desktop program. Arguments: {@code --sky} starts the embedded sky at once, {@code --open FILE...} opens files. */
public final class WorkbenchApplication implements IApplication {

    private static final Integer FAILED = 1;

    private volatile @Nullable VolansAdvisor advisor;

    @Override
    @NonNullByDefault({})
    public Object start(IApplicationContext context) {
        Object given = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        List<String> arguments = given instanceof String[] words ? List.of(words) : List.of();
        List<Path> files = FileRequests.named(arguments);
        if (!asked(files)) {
            return FAILED;
        }
        @Nullable Display display = display();
        if (display == null) {
            return FAILED;
        }
        try {
            if (!ownsWorkspace(display, !files.isEmpty())) {
                return files.isEmpty() ? FAILED : EXIT_OK;
            }
            ItemStyles.leaveAlone(display);
            VolansAdvisor made = new VolansAdvisor(arguments.contains("--sky"), new Splash(display));
            advisor = made;
            try (Termination termination = new Termination(made::leaveUnasked)) {
                return run(display, made);
            }
        } finally {
            display.dispose();
        }
    }

    /** From before the first part is made, what needs a window may come; commands do without it. */
    private static Integer run(Display display, VolansAdvisor advisor) {
        Bundle own = FrameworkUtil.getBundle(WorkbenchApplication.class);
        ServiceRegistration<Condition> running = own.getBundleContext()
                .registerService(
                        Condition.class,
                        Condition.INSTANCE,
                        FrameworkUtil.asDictionary(Map.of(Condition.CONDITION_ID, WorkbenchCondition.ID)));
        try {
            int code = PlatformUI.createAndRunWorkbench(display, advisor);
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            if (own.getState() == Bundle.ACTIVE) { // a framework that stops has done it
                running.unregister();
            }
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

    /** Leaves the request to open them for the program that has the workspace: this one, or one that has it already. */
    private static boolean asked(List<Path> files) {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                System.err.println("volans: no such file: " + file);
                return false;
            }
        }
        Location workspace = Platform.getInstanceLocation();
        if (!files.isEmpty() && workspace.isSet()) {
            try {
                FileRequests.leave(Path.of(workspace.getURL().getPath()), files);
            } catch (InputException e) {
                System.err.println("volans: " + e.getMessage());
                return false;
            }
        }
        return true;
    }

    /**
     * Two programs on one workspace would write over each other's state.
     *
     * @param silently another one that has it does what is wanted
     */
    private static boolean ownsWorkspace(Display display, boolean silently) {
        Location workspace = Platform.getInstanceLocation();
        String trouble;
        try {
            if (workspace.isSet() && workspace.lock()) {
                return true;
            }
            if (silently) {
                return false;
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

package org.volans.app.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.volans.ui.work.Workplace;

/** The question before the workbench closes while it is at work. UI thread only. */
final class Leaving {

    private static final int NAMED = 5;

    private Leaving() {}

    /** Whether it may close: nothing goes on, or the user gives that up. Unsaved editors are asked for afterwards. */
    @NonNullByDefault({})
    static boolean allowed(IWorkbench workbench) {
        List<String> running = Arrays.stream(Job.getJobManager().find(Workplace.FAMILY))
                .filter(j -> j.getState() == Job.RUNNING && !j.isSystem())
                .map(Job::getName)
                .toList();
        if (running.isEmpty()) {
            return true;
        }
        Shell parent = workbench.getModalDialogShellProvider().getShell();
        MessageDialog dialog = new MessageDialog(
                parent,
                "Close Volans",
                null,
                question(running),
                MessageDialog.QUESTION,
                1,
                "Close and Give Up",
                "Keep Working");
        return dialog.open() == Window.OK;
    }

    /** What the user is asked. */
    static String question(List<String> running) {
        String listed = running.stream().limit(NAMED).map(n -> "   • " + n).collect(Collectors.joining("\n"));
        String more = running.size() > NAMED ? "\n   … and " + (running.size() - NAMED) + " more" : "";
        return "Volans is still at work:\n\n" + listed + more
                + "\n\nClosing gives this up. Jobs that run at a service go on there: the Jobs view shows them"
                + " after the next start.";
    }
}

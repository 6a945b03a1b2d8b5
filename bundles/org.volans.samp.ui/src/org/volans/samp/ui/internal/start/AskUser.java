package org.volans.samp.ui.internal.start;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.VoException;
import org.volans.api.WorkbenchCondition;
import org.volans.api.samp.WebPermission;
import org.volans.ui.work.UiCall;

/** Asks the user whether a program in a web page may join the hub; the answer holds until Volans closes. */
@Component
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class AskUser implements WebPermission {

    private static final int ALLOW = 1;

    private record Program(String name, String origin) {}

    private final Map<Program, Boolean> answers = new HashMap<>();

    @Override
    public synchronized boolean mayJoin(String name, String origin) {
        Program program = new Program(name, origin);
        @Nullable Boolean known = answers.get(program);
        if (known != null) {
            return known;
        }
        try {
            boolean may = UiCall.run("the question", page -> ask(page, program), new NullProgressMonitor());
            answers.put(program, may);
            return may;
        } catch (OperationCanceledException e) {
            // the workbench closes
            return false;
        } catch (VoException e) {
            ILog.of(AskUser.class).warn(name + " in a web page was refused: " + e.getMessage());
            return false;
        }
    }

    private static boolean ask(IWorkbenchPage page, Program program) {
        String from = program.origin().isBlank()
                ? "The browser does not say where the page is from."
                : "The page is from " + program.origin() + ".";
        MessageDialog dialog = new MessageDialog(
                page.getWorkbenchWindow().getShell(),
                "Program in a Web Page",
                null,
                "“" + program.name() + "” wants to join the SAMP hub of Volans.\n\n" + from
                        + "\n\nA program that joins can send messages to all programs on the hub and receives what they"
                        + " send to all. Allow it only if you have just started it.",
                MessageDialog.QUESTION,
                0,
                "Refuse",
                "Allow");
        return dialog.open() == ALLOW;
    }
}

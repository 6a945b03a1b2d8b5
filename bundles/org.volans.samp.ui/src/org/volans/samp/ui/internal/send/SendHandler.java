package org.volans.samp.ui.internal.send;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.volans.api.InputException;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampService;

/** Sends to the program that is named, or to all; which kind of thing is the last word of the command's identifier. */
@NonNullByDefault({})
public final class SendHandler extends AbstractHandler {

    private static final String CLIENT = "client";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        String command = event.getCommand().getId();
        Kind kind =
                Kind.valueOf(command.substring(command.lastIndexOf(".send") + 5).toUpperCase(Locale.ROOT));
        Optional<Subject> subject = new Subjects(page).find(kind);
        try {
            Subject found =
                    subject.orElseThrow(() -> new InputException("There is no " + kind.word() + " to send here."));
            new Sending(page).start(found, client(event.getParameter(CLIENT)));
        } catch (InputException e) {
            MessageDialog.openInformation(HandlerUtil.getActiveShell(event), "Send to Other Programs", e.getMessage());
        }
        return null;
    }

    private static Optional<SampClient> client(String name) throws InputException {
        return name == null
                ? Optional.empty()
                : Optional.of(
                        PlatformUI.getWorkbench().getService(SampService.class).client(name));
    }
}

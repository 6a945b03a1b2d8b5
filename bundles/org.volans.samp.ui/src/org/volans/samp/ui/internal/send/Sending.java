package org.volans.samp.ui.internal.send;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampReply;
import org.volans.api.samp.SampSender;
import org.volans.ui.widgets.StatusLine;
import org.volans.ui.work.Workplace;

/** Sends something and says what became of it. UI thread only; sends in a job. */
final class Sending {

    private static final String TITLE = "Send to Other Programs";

    private final IWorkbenchPage page;

    Sending(IWorkbenchPage page) {
        this.page = page;
    }

    /** @param to one program, or all that take it */
    void start(Subject subject, Optional<SampClient> to) {
        SampSender sender = PlatformUI.getWorkbench().getService(SampSender.class);
        String whom = to.map(SampClient::name).orElse("all programs");
        // a place of its own: sending one thing does not end the sending of another
        Workplace place = new Workplace(page.getWorkbenchWindow().getShell());
        place.run(
                "Sending the " + subject.kind().word() + " " + subject.name() + " to " + whom,
                monitor -> subject.way().send(sender, to, monitor),
                replies -> {
                    place.close();
                    tell(subject, replies);
                },
                failure -> {
                    place.close();
                    say("The " + subject.kind().word() + " was not sent: " + failure.message());
                });
    }

    private void tell(Subject subject, Map<SampClient, SampReply> replies) {
        String what = "The " + subject.kind().word() + " " + subject.name();
        if (replies.isEmpty()) {
            say("No program that has joined takes " + subject.kind().one() + ".");
            return;
        }
        List<String> faults = lines(replies, SampReply.Failed.class);
        if (!faults.isEmpty()) {
            say(what + " did not arrive everywhere:\n\n" + String.join("\n", faults));
            return;
        }
        List<String> warnings = lines(replies, SampReply.Warning.class);
        String names = replies.keySet().stream().map(SampClient::name).collect(Collectors.joining(", "));
        StatusLine.say(
                page, what + " was sent to " + names + (warnings.isEmpty() ? "" : ": " + String.join("; ", warnings)));
    }

    private static List<String> lines(Map<SampClient, SampReply> replies, Class<? extends SampReply> kind) {
        return replies.entrySet().stream()
                .filter(e -> kind.isInstance(e.getValue()))
                .map(e -> said(e.getKey().name(), e.getValue().message()))
                .toList();
    }

    private static String said(String name, String words) {
        return words.startsWith(name + " ") ? words : name + ": " + words;
    }

    private void say(String words) {
        MessageDialog.openWarning(page.getWorkbenchWindow().getShell(), TITLE, words);
    }
}

package org.volans.samp.ui.internal.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampService;
import org.volans.api.samp.SampState;

/** The programs that something can be sent to, as they are when the menu opens. UI thread only. */
@NonNullByDefault({})
public abstract class SendMenu extends CompoundContributionItem {

    private final Kind kind;

    SendMenu(Kind kind) {
        this.kind = kind;
    }

    /** Where an open table can be sent to. */
    public static final class Table extends SendMenu {
        public Table() {
            super(Kind.TABLE);
        }
    }

    /** Where the image in front can be sent to. */
    public static final class Image extends SendMenu {
        public Image() {
            super(Kind.IMAGE);
        }
    }

    /** Where a position can be sent to. */
    public static final class Position extends SendMenu {
        public Position() {
            super(Kind.POSITION);
        }
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        return page == null ? new IContributionItem[0] : items(kind, page).toArray(IContributionItem[]::new);
    }

    /** One for all programs and one for each. */
    static List<IContributionItem> items(Kind kind, IWorkbenchPage page) {
        Optional<Subject> subject = new Subjects(page).find(kind);
        SampService samp = PlatformUI.getWorkbench().getService(SampService.class);
        List<SampClient> takers = samp.clients().stream().filter(kind::taken).toList();
        List<IContributionItem> items = new ArrayList<>();
        if (subject.isEmpty()) {
            items.add(remark("Nothing to send: no " + kind.word() + " is selected"));
        } else if (!(samp.state() instanceof SampState.Joined)) {
            items.add(remark("Not connected to other programs"));
        } else if (takers.isEmpty()) {
            items.add(remark("No program here takes " + kind.one()));
        } else {
            Consumer<Optional<SampClient>> send = to -> new Sending(page).start(subject.get(), to);
            items.add(item("All Programs", () -> send.accept(Optional.empty())));
            items.add(new Separator());
            takers.forEach(client -> items.add(item(label(client, takers), () -> send.accept(Optional.of(client)))));
        }
        return items;
    }

    private static String label(SampClient client, List<SampClient> all) {
        boolean alone = all.stream().filter(c -> c.name().equals(client.name())).count() == 1;
        return (alone ? client.name() : client.name() + " (" + client.id() + ")").replace("&", "&&");
    }

    private static IContributionItem remark(String words) {
        ActionContributionItem item = item(words, () -> {
            // only says why there is nothing to choose
        });
        item.getAction().setEnabled(false);
        return item;
    }

    private static ActionContributionItem item(String label, Runnable run) {
        return new ActionContributionItem(new Action(label) {
            @Override
            public void run() {
                run.run();
            }
        });
    }
}

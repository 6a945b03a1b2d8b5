package org.volans.samp.ui.internal.send;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IWorkbenchPage;
import org.volans.ui.widgets.Icons;

/** The button with the menus of what can be sent, each with the programs that take it. UI thread only. */
@NonNullByDefault({})
public final class SendMenuAction extends Action implements IMenuCreator {

    private final IWorkbenchPage page;
    private MenuManager manager;

    /** @param page whose editors and selection are meant */
    public SendMenuAction(IWorkbenchPage page) {
        super("Send", IAction.AS_DROP_DOWN_MENU);
        this.page = page;
        setImageDescriptor(Icons.descriptor("org.volans.samp.ui", "send"));
        setToolTipText("Send the open table, image or position to other programs");
        setMenuCreator(this);
    }

    @Override
    public void runWithEvent(Event event) {
        if (event.widget instanceof ToolItem item) {
            Menu menu = getMenu(item.getParent());
            var area = item.getBounds();
            menu.setLocation(item.getParent().toDisplay(area.x, area.y + area.height));
            menu.setVisible(true);
        }
    }

    @Override
    public Menu getMenu(Control parent) {
        dispose();
        manager = new MenuManager();
        for (Kind kind : Kind.values()) {
            MenuManager below = new MenuManager(label(kind));
            SendMenu.items(kind, page).forEach(below::add);
            manager.add(below);
        }
        return manager.createContextMenu(parent);
    }

    private String label(Kind kind) {
        String word = Character.toUpperCase(kind.word().charAt(0)) + kind.word().substring(1);
        String name = new Subjects(page)
                .find(kind)
                .map(s -> kind == Kind.POSITION ? " " + s.name() : " “" + s.name() + "”")
                .map(s -> s.replace("&", "&&"))
                .orElse("");
        return "Send " + word + name + " to";
    }

    @Override
    public Menu getMenu(Menu parent) {
        return null;
    }

    @Override
    public void dispose() {
        if (manager != null) {
            manager.dispose();
            manager = null;
        }
    }
}

package org.volans.app.internal;

import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/** Menus and tool bar; the parts' own commands come by {@code org.eclipse.ui.menus} into the groups made here. */
@NonNullByDefault({})
final class VolansActionBars extends ActionBarAdvisor {

    /** Menu of what is done with data. */
    static final String DATA_MENU = "org.volans.app.data";

    private IWorkbenchWindow window;

    VolansActionBars(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow ofWindow) {
        window = ofWindow;
        for (ActionFactory factory : List.of(
                ActionFactory.SAVE,
                ActionFactory.SAVE_AS,
                ActionFactory.SAVE_ALL,
                ActionFactory.CLOSE,
                ActionFactory.CLOSE_ALL,
                ActionFactory.QUIT,
                ActionFactory.UNDO,
                ActionFactory.REDO,
                ActionFactory.CUT,
                ActionFactory.COPY,
                ActionFactory.PASTE,
                ActionFactory.DELETE,
                ActionFactory.SELECT_ALL,
                ActionFactory.FIND,
                ActionFactory.RENAME,
                ActionFactory.PROPERTIES,
                ActionFactory.PREFERENCES,
                ActionFactory.RESET_PERSPECTIVE,
                ActionFactory.INTRO,
                ActionFactory.HELP_CONTENTS,
                ActionFactory.DYNAMIC_HELP,
                ActionFactory.ABOUT)) {
            register(factory.create(ofWindow));
        }
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        bar.add(menu("&File", IWorkbenchActionConstants.M_FILE, this::fillFile));
        bar.add(menu("&Edit", IWorkbenchActionConstants.M_EDIT, this::fillEdit));
        bar.add(menu("&Data", DATA_MENU, m -> {
            m.add(new GroupMarker("services"));
            m.add(new Separator("table"));
            m.add(new Separator("image"));
            m.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        }));
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(menu("&Window", IWorkbenchActionConstants.M_WINDOW, this::fillWindow));
        bar.add(menu("&Help", IWorkbenchActionConstants.M_HELP, this::fillHelp));
    }

    private interface Filler {
        void fill(IMenuManager menu);
    }

    private static MenuManager menu(String label, String id, Filler filler) {
        MenuManager menu = new MenuManager(label, id);
        filler.fill(menu);
        return menu;
    }

    private void fillFile(IMenuManager menu) {
        menu.add(new GroupMarker(IWorkbenchActionConstants.NEW_EXT));
        menu.add(new Separator(IWorkbenchActionConstants.OPEN_EXT));
        menu.add(new Separator());
        add(menu, ActionFactory.CLOSE, ActionFactory.CLOSE_ALL);
        menu.add(new Separator());
        add(menu, ActionFactory.SAVE, ActionFactory.SAVE_AS, ActionFactory.SAVE_ALL);
        menu.add(new Separator());
        add(menu, ActionFactory.RENAME);
        menu.add(new GroupMarker("refresh"));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        add(menu, ActionFactory.PROPERTIES);
        menu.add(new Separator());
        add(menu, ActionFactory.QUIT);
    }

    private void fillEdit(IMenuManager menu) {
        add(menu, ActionFactory.UNDO, ActionFactory.REDO);
        menu.add(new Separator());
        add(menu, ActionFactory.CUT, ActionFactory.COPY, ActionFactory.PASTE);
        menu.add(new Separator());
        add(menu, ActionFactory.DELETE, ActionFactory.SELECT_ALL);
        menu.add(new Separator());
        add(menu, ActionFactory.FIND);
        menu.add(new GroupMarker(IWorkbenchActionConstants.FIND_EXT));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    private void fillWindow(IMenuManager menu) {
        MenuManager views = new MenuManager("Show &View", "showView");
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        menu.add(views);
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        add(menu, ActionFactory.RESET_PERSPECTIVE);
        add(menu, ActionFactory.PREFERENCES);
    }

    private void fillHelp(IMenuManager menu) {
        add(menu, ActionFactory.INTRO);
        menu.add(new GroupMarker("tutorials"));
        menu.add(new Separator());
        add(menu, ActionFactory.HELP_CONTENTS, ActionFactory.DYNAMIC_HELP);
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator("group.about"));
        add(menu, ActionFactory.ABOUT);
    }

    private void add(IMenuManager menu, ActionFactory... factories) {
        for (ActionFactory factory : factories) {
            menu.add(getAction(factory.getId()));
        }
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        ToolBarManager file = toolBar(bar, "org.volans.app.toolbar.file", IWorkbenchActionConstants.NEW_EXT);
        file.add(getAction(ActionFactory.SAVE.getId()));
        toolBar(bar, "org.volans.app.toolbar.find", "find");
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        toolBar(bar, "org.volans.app.toolbar.look", "look");
    }

    private static ToolBarManager toolBar(ICoolBarManager bar, String id, String group) {
        ToolBarManager tools = new ToolBarManager();
        tools.add(new GroupMarker(group));
        bar.add(new ToolBarContributionItem(tools, id));
        return tools;
    }
}

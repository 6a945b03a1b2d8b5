package org.volans.registry.ui.internal;

import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.osgi.framework.FrameworkUtil;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.ui.selection.SelectionSource;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.services.ServiceList;

/** The Registry view. The selected records are the selection of the workbench. */
public final class RegistryView extends ViewPart {

    @Inject
    private RegistryService registry;

    @Inject
    private RegistryChoice choice;

    @Inject
    private ServiceList services;

    private final SelectionSource selection = new SelectionSource();
    private final Runnable registryListener = this::registryChanged;
    private @Nullable RegistryPane pane;
    private @Nullable Display display;

    @Override
    @NonNullByDefault({})
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        RecordActions actions = new RecordActions(
                new RecordActions.Place(getSite().getPage(), parent, registry, choice, services, this::say));
        RegistryPane made = new RegistryPane(parent, registry, choice, actions, records -> select(records, actions));
        pane = made;
        ViewSettings settings =
                new ViewSettings(PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(RegistryView.class))
                        .getDialogSettings());
        // while the widgets are still there to be asked
        made.addListener(SWT.Dispose, e -> settings.save(made));
        connect(made.results().control(), actions);
        settings.restore(made);
        fillBars(made, actions);
        choice.addListener(registryListener);
        getSite().setSelectionProvider(selection);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(made, "org.volans.help.registry");
    }

    private void select(List<RegistryRecord> records, RecordActions actions) {
        actions.select(records);
        selection.select(records);
    }

    private void connect(Table table, RecordActions actions) {
        table.addListener(SWT.DefaultSelection, e -> {
            if (actions.add.isEnabled()) {
                actions.add.run();
            } else {
                say(actions.add.getToolTipText() + ".");
            }
        });
        table.addListener(SWT.KeyDown, e -> {
            if ((e.stateMask & SWT.MOD1) != 0 && e.keyCode == 'c') {
                actions.copyIvoid.run();
            }
        });
        RecordDrag.from(table, selection, actions::urls);
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(actions::fill);
        table.setMenu(menu.createContextMenu(table));
        getSite().registerContextMenu(menu, selection);
    }

    private void fillBars(RegistryPane made, RecordActions actions) {
        Action again = RecordActions.action("Search Again (F5)", "refresh", made::again);
        Action clear = RecordActions.action("Clear Keywords, Position and Facets", "clear", made.form()::clear);
        Action details = new Action("Show Details", IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                made.details(isChecked());
            }
        };
        details.setImageDescriptor(RecordActions.icon("details"));
        details.setChecked(made.detailsShow());
        Action registries = new Action("Choose Registry", IAction.AS_DROP_DOWN_MENU) {
            @Override
            public void run() {
                made.chooseRegistry();
            }
        };
        registries.setImageDescriptor(RecordActions.icon("registry"));
        registries.setMenuCreator(new Registries(made.registries()));
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        List.of(actions.add, registries, again, clear, details).forEach(bar::add);
        getSite()
                .getService(IHandlerService.class)
                .activateHandler(IWorkbenchCommandConstants.FILE_REFRESH, new ActionHandler(again));
    }

    private void say(String words) {
        @Nullable RegistryPane there = pane;
        if (there != null && !there.isDisposed()) {
            there.status().say(words);
        }
    }

    private void registryChanged() {
        @Nullable RegistryPane there = pane;
        @Nullable Display on = display;
        if (there != null && on != null && !on.isDisposed()) {
            on.asyncExec(() -> {
                if (!there.isDisposed()) {
                    there.registryChanged();
                }
            });
        }
    }

    @Override
    public void setFocus() {
        @Nullable RegistryPane there = pane;
        if (there != null) {
            there.form().focus();
        }
    }

    @Override
    public void dispose() {
        choice.removeListener(registryListener);
        super.dispose();
    }

    /** The registries as the menu of a tool item. */
    @NonNullByDefault({})
    private static final class Registries implements IMenuCreator {

        private final RegistryMenu registries;
        private Menu menu;

        Registries(RegistryMenu registries) {
            this.registries = registries;
        }

        @Override
        public Menu getMenu(Control parent) {
            dispose();
            menu = new Menu(parent);
            registries.fill(menu);
            return menu;
        }

        @Override
        public Menu getMenu(Menu parent) {
            return null;
        }

        @Override
        public void dispose() {
            if (menu != null) {
                menu.dispose();
                menu = null;
            }
        }
    }
}

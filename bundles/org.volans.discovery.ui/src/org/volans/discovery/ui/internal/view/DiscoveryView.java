package org.volans.discovery.ui.internal.view;

import jakarta.inject.Inject;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.volans.api.discovery.DiscoveryService;
import org.volans.api.geometry.Position;
import org.volans.api.registry.RegistryService;
import org.volans.api.table.TableService;
import org.volans.discovery.ui.internal.Editors;
import org.volans.discovery.ui.internal.Place;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.services.ServiceList;

/** Asks many ObsCore services at once which data cover which positions, and shows how each of them fares. */
@NonNullByDefault({})
public final class DiscoveryView extends ViewPart {

    @Inject
    private RegistryService registry;

    @Inject
    private RegistryChoice choice;

    @Inject
    private DiscoveryService discovery;

    @Inject
    private TableService tables;

    @Inject
    private ProjectFolder folder;

    @Inject
    private OpenTables open;

    @Inject
    private ServiceList services;

    private final Runnable tablesChanged = this::showTables;
    private final Runnable registryChanged =
            () -> PlatformUI.getWorkbench().getDisplay().asyncExec(this::restart);
    private Settings settings = Settings.standard();
    private DiscoveryPane pane;
    private DiscoveryActions actions;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        settings = Settings.of(memento);
    }

    @Override
    public void createPartControl(Composite parent) {
        pane = new DiscoveryPane(
                parent,
                new DiscoveryPane.Surroundings(
                        registry,
                        choice,
                        discovery,
                        new ResultFile(discovery, tables, folder),
                        this::show,
                        this::startSky),
                settings,
                this::changed);
        actions = new DiscoveryActions(this, pane, folder, services);
        actions.fill(getViewSite().getActionBars());
        changed();
        showTables();
        open.addListener(tablesChanged);
        choice.addListener(registryChanged);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, "org.volans.help.discovery");
    }

    @Override
    public void dispose() {
        open.removeListener(tablesChanged);
        choice.removeListener(registryChanged);
        super.dispose();
    }

    @Override
    public void saveState(IMemento memento) {
        pane.settings().save(memento);
    }

    @Override
    public void setFocus() {
        pane.setFocus();
    }

    /** Asks for the positions of a table. */
    void ask(OpenTable table) {
        showTables();
        pane.ask(table);
    }

    /** Asks for one position. */
    void ask(Position position) {
        pane.ask(position);
    }

    private void changed() {
        if (actions != null) {
            actions.update();
        }
    }

    private void restart() {
        if (!pane.services().viewer().getControl().isDisposed()) {
            pane.restart();
        }
    }

    private void showTables() {
        pane.setTables(open.all().stream().filter(Place::hasPositions).toList());
    }

    private void show(IFile file) {
        Editors.open(getSite().getPage(), file, Ids.TABLE_EDITOR);
    }

    private void startSky() {
        try {
            getSite().getService(IHandlerService.class).executeCommand(Ids.START_SKY, null);
        } catch (CommandException e) {
            StatusManager.getManager()
                    .handle(
                            Status.error("The embedded sky cannot be started", e),
                            StatusManager.LOG | StatusManager.SHOW);
        }
    }
}

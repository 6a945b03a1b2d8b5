package org.volans.tap.ui.internal.services;

import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.volans.api.adql.AdqlService;
import org.volans.api.registry.RegistryService;
import org.volans.api.tap.TapService;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.query.QueryRunner;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;
import org.volans.ui.widgets.StatePane;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** The Services view: the TAP services that the user works with, their tables and columns. */
public final class ServicesView extends ViewPart {

    /** What the view works with. */
    record Services(
            TapService tap,
            RegistryService registry,
            RegistryChoice choice,
            ServiceList list,
            QueryRunner runner,
            ProjectFolder folder,
            AdqlService adql) {}

    @Inject
    private TapService tap;

    @Inject
    private RegistryService registry;

    @Inject
    private RegistryChoice choice;

    @Inject
    private ServiceList list;

    @Inject
    private QueryRunner runner;

    @Inject
    private ProjectFolder folder;

    @Inject
    private AdqlService adql;

    private final Runnable changed = this::changed;
    private @Nullable StatePane state;
    private @Nullable ServicesPane pane;
    private @Nullable Workplace place;

    @Override
    @NonNullByDefault({})
    public void createPartControl(Composite parent) {
        StatePane made = new StatePane(parent);
        state = made;
        place = new Workplace(made);
        pane = new ServicesPane(
                made.content(), getViewSite(), new Services(tap, registry, choice, list, runner, folder, adql));
        PlatformUI.getWorkbench().getHelpSystem().setHelp(made, "org.volans.help.services");
        list.addListener(changed);
        show();
    }

    @Override
    public void dispose() {
        list.removeListener(changed);
        super.dispose();
    }

    @Override
    public void setFocus() {
        @Nullable StatePane shown = state;
        @Nullable ServicesPane content = pane;
        if (content != null && shown != null && shown.showsContent()) {
            content.setFocus();
        } else if (shown != null) {
            shown.setFocus();
        }
    }

    private void changed() {
        if (place != null) {
            place.show(this::show);
        }
    }

    private void show() {
        List<ServiceEntry> entries = list.all();
        if (pane != null) {
            pane.show(entries);
        }
        @Nullable StatePane shown = state;
        if (shown == null) {
            return;
        }
        if (!entries.isEmpty()) {
            shown.showContent();
        } else {
            shown.showEmpty(
                    "No services yet",
                    "Services whose tables you want to query stand here.",
                    new Choice("Search the registry", this::openRegistry),
                    new Choice("Try it on the embedded sky", this::startSky),
                    new Choice("Add a service by its URL…", this::addService));
        }
    }

    private void addService() {
        if (pane != null) {
            pane.addService();
        }
    }

    private void openRegistry() {
        try {
            getSite().getPage().showView(Ids.REGISTRY_VIEW);
        } catch (PartInitException e) {
            failed("The Registry view cannot be opened", e);
        }
    }

    private void startSky() {
        try {
            getSite().getService(IHandlerService.class).executeCommand(Ids.START_SKY, null);
        } catch (CommandException e) {
            failed("The embedded sky cannot be started", e);
        }
    }

    private void failed(String what, Exception e) {
        if (state != null) {
            state.showFailure(what, Failure.of(e), new Choice("Back", this::show));
        }
    }
}

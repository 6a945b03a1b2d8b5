package org.volans.app.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.views.IViewCategory;
import org.eclipse.ui.views.IViewDescriptor;
import org.eclipse.ui.views.IViewRegistry;

/**
 * Keeps the perspective in step with the plug-ins. The platform lays it out once and restores it from then on: a view that came
 * since would stay hidden, one that went would leave an error in its place. UI thread only.
 */
@NonNullByDefault({})
final class PluginViews {

    private static final String CATEGORY = "org.volans.app.views";

    /** How the platform marks in the perspective what Show View lists. */
    private static final String SHORTCUT = "persp.viewSC:";

    private final IWorkbenchPage page;
    private final MWindow window;
    private final MPerspective perspective;
    private final EModelService model;
    private final IViewRegistry registry;

    private PluginViews(
            IWorkbenchPage page,
            MWindow window,
            MPerspective perspective,
            EModelService model,
            IViewRegistry registry) {
        this.page = page;
        this.window = window;
        this.perspective = perspective;
        this.model = model;
        this.registry = registry;
    }

    static void follow(IWorkbenchWindow window) {
        EModelService model = window.getService(EModelService.class);
        MWindow shown = window.getService(MWindow.class);
        @Nullable MPerspective perspective = model.getActivePerspective(shown);
        IWorkbenchPage page = window.getActivePage();
        if (perspective != null && page != null) {
            IViewRegistry registry = window.getWorkbench().getViewRegistry();
            PluginViews views = new PluginViews(page, shown, perspective, model, registry);
            views.forgetGone();
            views.showNew();
        }
    }

    private void forgetGone() {
        for (IViewReference reference : page.getViewReferences()) {
            if (!known(reference.getId())) {
                page.hideView(reference);
            }
        }
        // hidden ones are still in the model, and those that had been closed before
        List<MUIElement> gone = window.getSharedElements().stream()
                .filter(MPart.class::isInstance)
                .filter(part -> !known(part.getElementId()))
                .toList();
        for (MUIElement part : gone) {
            for (MPlaceholder place : model.findElements(perspective, part.getElementId(), MPlaceholder.class)) {
                place.getParent().getChildren().remove(place);
            }
        }
        window.getSharedElements().removeAll(gone);
        perspective.getTags().removeIf(tag -> tag.startsWith(SHORTCUT) && !known(tag.substring(SHORTCUT.length())));
    }

    /** @param id of a view; of several of one kind with the number after a colon */
    private boolean known(String id) {
        return registry.find(id.replaceFirst(":.*", "")) != null;
    }

    /** Once each: a view that the user closes afterwards stays closed. */
    private void showNew() {
        List<String> tags = perspective.getTags();
        Set<String> listed = new HashSet<>(tags);
        for (IViewCategory category : registry.getCategories()) {
            if (category.getId().equals(CATEGORY)) {
                for (IViewDescriptor view : category.getViews()) {
                    if (listed.add(SHORTCUT + view.getId())) {
                        tags.add(SHORTCUT + view.getId());
                        show(view.getId());
                    }
                }
            }
        }
    }

    private void show(String id) {
        try {
            page.showView(id, null, IWorkbenchPage.VIEW_CREATE);
            placeBesideLinks(id);
        } catch (PartInitException e) {
            ILog.of(PluginViews.class).error("the view " + id + " cannot be shown: " + e.getMessage(), e);
        }
    }

    /** Not beside whatever is active, which is the Welcome page at a first start. */
    private void placeBesideLinks(String id) {
        MUIElement folder = model.find(VolansPerspective.LOWER_RIGHT, perspective);
        for (MPlaceholder view : model.findElements(perspective, id, MPlaceholder.class)) {
            if (folder instanceof MPartStack stack && !stack.getChildren().contains(view)) {
                model.move(view, stack);
            }
        }
    }
}

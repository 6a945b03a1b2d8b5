package org.volans.app.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.volans.ui.Ids;

/** Left: where data come from; centre: editors; right: what belongs to the selected thing; bottom: what goes on. */
public final class VolansPerspective implements IPerspectiveFactory {

    /** The folder of the Links view; views of plug-ins come here. */
    static final String LOWER_RIGHT = "org.volans.app.lower";

    private static final String EXPLORER = IPageLayout.ID_PROJECT_EXPLORER;

    @Override
    @NonNullByDefault({})
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.setEditorOnboardingText("Double-click a table, an image or a query in the project to open it.");
        layout.setEditorOnboardingImageUri("platform:/plugin/org.volans.app/icons/onboarding.svg");
        layout.addEditorOnboardingCommandId("org.volans.app.openFile");
        layout.addEditorOnboardingCommandId("org.volans.app.newQuery");
        layout.addEditorOnboardingCommandId("org.volans.app.startSky");
        IFolderLayout left = layout.createFolder("org.volans.app.left", IPageLayout.LEFT, 0.25f, editors);
        left.addView(Ids.REGISTRY_VIEW);
        left.addView(Ids.SERVICES_VIEW);
        // its steps are followed by looking at the editors and at the views on the right
        left.addPlaceholder("org.eclipse.ui.cheatsheets.views.CheatSheetView");
        IFolderLayout project =
                layout.createFolder("org.volans.app.project", IPageLayout.BOTTOM, 0.7f, "org.volans.app.left");
        project.addView(EXPLORER);
        IFolderLayout right = layout.createFolder("org.volans.app.right", IPageLayout.RIGHT, 0.64f, editors);
        right.addView(Ids.SED_VIEW);
        IFolderLayout lower = layout.createFolder(LOWER_RIGHT, IPageLayout.BOTTOM, 0.5f, "org.volans.app.right");
        lower.addView(Ids.LINKS_VIEW);
        lower.addView(IPageLayout.ID_PROP_SHEET);
        right.addPlaceholder("org.eclipse.help.ui.HelpView");
        IFolderLayout bottom = layout.createFolder("org.volans.app.bottom", IPageLayout.BOTTOM, 0.53f, editors);
        bottom.addView(Ids.DISCOVERY_VIEW);
        bottom.addView(Ids.JOBS_VIEW);
        bottom.addView(Ids.SAMP_VIEW);
        bottom.addView(Ids.HANDLERS_VIEW);
        bottom.addView(IPageLayout.ID_PROGRESS_VIEW);
        bottom.addPlaceholder("org.eclipse.pde.runtime.LogView");
        bottom.addPlaceholder(IPageLayout.ID_PROBLEM_VIEW);
        for (String view : new String[] {
            Ids.REGISTRY_VIEW,
            Ids.SERVICES_VIEW,
            Ids.DISCOVERY_VIEW,
            Ids.LINKS_VIEW,
            Ids.SED_VIEW,
            Ids.JOBS_VIEW,
            Ids.SAMP_VIEW,
            Ids.HANDLERS_VIEW,
            EXPLORER,
            IPageLayout.ID_PROP_SHEET,
            IPageLayout.ID_PROGRESS_VIEW,
            IPageLayout.ID_PROBLEM_VIEW,
            "org.eclipse.pde.runtime.LogView"
        }) {
            layout.addShowViewShortcut(view);
        }
    }
}

package org.volans.app.internal;

import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;

/** The preference pages that matter for this program; those for software development are taken out. */
final class PreferenceTree {

    /** Our own page. */
    static final String VOLANS = "org.volans.app.preferences";

    private static final String GENERAL = "org.eclipse.ui.preferencePages.Workbench";
    private static final String EDITORS = GENERAL + "/org.eclipse.ui.preferencePages.Editors";

    private static final List<String> TOP = List.of(
            GENERAL + "/org.eclipse.ui.preferencePages.Views",
            GENERAL + "/org.eclipse.ui.preferencePages.Keys",
            EDITORS + "/org.eclipse.ui.preferencePages.GeneralTextEditor");

    /** Below the text editors' page. */
    private static final List<String> PROGRAMMING = List.of(
            "QuickDiff", "Accessibility", "Spelling", "LinkedModePreferencePage", "HyperlinkDetectorsPreferencePage");

    private PreferenceTree() {}

    /** Prunes and flattens; again does nothing more. UI thread. */
    @NonNullByDefault({})
    static void prune(PreferenceManager manager) {
        if (manager.find(GENERAL) == null) {
            return;
        }
        List<@Nullable IPreferenceNode> kept = TOP.stream()
                .map(k -> (@Nullable IPreferenceNode) manager.find(k))
                .toList();
        manager.remove(GENERAL);
        manager.remove("org.eclipse.team.ui.TeamPreferences");
        for (IPreferenceNode node : kept) {
            if (node != null) {
                manager.addToRoot(node);
            }
        }
        removeBelow(manager, "org.eclipse.ui.preferencePages.Views", "org.eclipse.ui.preferencePages.Decorators");
        for (String page : PROGRAMMING) {
            removeBelow(
                    manager,
                    "org.eclipse.ui.preferencePages.GeneralTextEditor",
                    "org.eclipse.ui.editors.preferencePages." + page);
        }
    }

    private static void removeBelow(PreferenceManager manager, String parent, String page) {
        @Nullable IPreferenceNode node = manager.find(parent);
        if (node != null) {
            node.remove(page);
        }
    }
}

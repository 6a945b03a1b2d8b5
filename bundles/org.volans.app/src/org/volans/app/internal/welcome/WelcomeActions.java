package org.volans.app.internal.welcome;

import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.intro.IIntroPart;
import org.volans.app.internal.files.ProjectFiles;
import org.volans.app.internal.files.RecentFiles;
import org.volans.ui.Ids;

/** What the links of the Welcome page do: they make way for the workbench, then run a command. UI thread only. */
final class WelcomeActions {

    private static final String SHOW_VIEW = "org.eclipse.ui.views.showView";
    private static final String VIEW = SHOW_VIEW + ".viewId";

    /**
     * One link.
     *
     * @param id    for tests
     * @param label its words
     * @param hint  what happens, in a line or two
     * @param icon  path in this bundle
     * @param run   what it does
     */
    record Entry(String id, String label, String hint, String icon, Runnable run) {}

    private final IWorkbenchWindow window;
    private final IIntroPart part;

    WelcomeActions(IWorkbenchWindow window, IIntroPart part) {
        this.window = window;
        this.part = part;
    }

    /** Ways to begin, the main one first. */
    List<Entry> start() {
        return List.of(
                entry(
                        "sky",
                        "Try it on the embedded sky",
                        "Starts a small data centre inside this program, with the 19 objects of a tutorial. Needs no network.",
                        Ids.START_SKY,
                        Map.of()),
                entry(
                        "search_registry",
                        "Search the registry",
                        "Find services by keyword, waveband and kind among some 25,000 that observatories offer.",
                        SHOW_VIEW,
                        Map.of(VIEW, Ids.REGISTRY_VIEW)),
                entry(
                        "open",
                        "Open a table…",
                        "VOTable, FITS, CSV, ECSV, Parquet or Feather, and FITS images, where they are on your disk.",
                        "org.volans.app.openFile",
                        Map.of()),
                entry(
                        "new_query",
                        "New ADQL query",
                        "Write a query with completion from the service's own metadata.",
                        "org.volans.app.newQuery",
                        Map.of()));
    }

    /** Ways to learn. */
    List<Entry> learn() {
        return List.of(
                entry(
                        "cheatsheet",
                        "Cheat sheet: The radio realm in 20 minutes",
                        "From a list of positions to spectral energy distributions and radio cutouts, step by step.",
                        "org.eclipse.ui.cheatsheets.openCheatSheet",
                        Map.of("cheatSheetId", "org.volans.help.radioRealm")),
                entry(
                        "help",
                        "Help contents",
                        "A page for each view. F1 shows the one for where you are.",
                        "org.eclipse.ui.help.helpContents",
                        Map.of()));
    }

    /** The files that were opened last. */
    List<Entry> recent() {
        return window.getWorkbench().getService(RecentFiles.class).all().stream()
                .limit(6)
                .map(this::recentFile)
                .toList();
    }

    private Entry recentFile(IFile file) {
        return new Entry("file", ProjectFiles.nameInProject(file), "", "file", () -> {
            close();
            ProjectFiles.open(file);
        });
    }

    /** Leaves the page. */
    void close() {
        window.getWorkbench().getIntroManager().closeIntro(part);
    }

    private Entry entry(String icon, String label, String hint, String command, Map<String, String> parameters) {
        return new Entry(icon, label, hint, icon, () -> {
            close();
            run(label, command, parameters);
        });
    }

    private void run(String label, String id, Map<String, String> parameters) {
        Command command = window.getService(ICommandService.class).getCommand(id);
        try {
            window.getService(IHandlerService.class)
                    .executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
            // once what was minimized for this page is back
            window.getShell().getDisplay().asyncExec(this::focusActive);
        } catch (CommandException e) {
            ILog.of(WelcomeActions.class).error(label + " failed: " + e.getMessage(), e);
            MessageDialog.openError(window.getShell(), label, "This does not work at the moment: " + e.getMessage());
        }
    }

    /** A part that became active when the page went has not got the keyboard yet. */
    private void focusActive() {
        @Nullable IWorkbenchPage page = window.getActivePage();
        @Nullable IWorkbenchPart part = page == null ? null : page.getActivePart();
        if (part != null) {
            part.setFocus();
        }
    }
}

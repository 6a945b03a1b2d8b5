package org.volans.discovery.ui.internal.cutout;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.volans.discovery.ui.internal.Editors;
import org.volans.discovery.ui.internal.HereProvider;
import org.volans.discovery.ui.internal.Place;
import org.volans.ui.Ids;
import org.volans.ui.work.Workplace;

/** Makes the cutout at the newest place and shows it. */
@NonNullByDefault({})
public final class CutoutHereHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        HereProvider.get().place().ifPresent(place -> cut(place, window));
        return null;
    }

    private static void cut(Place place, IWorkbenchWindow window) {
        CutoutDesk desk = PlatformUI.getWorkbench().getService(CutoutDesk.class);
        IWorkbenchPage page = window.getActivePage();
        new Workplace(window.getShell())
                .run(
                        "Radio cutout at " + place.origin(),
                        monitor -> desk.cut(place, monitor),
                        file -> Editors.openBeside(page, file, Ids.IMAGE_EDITOR),
                        failure -> MessageDialog.openInformation(
                                window.getShell(), "Cut Out Radio Image", failure.message()));
    }
}

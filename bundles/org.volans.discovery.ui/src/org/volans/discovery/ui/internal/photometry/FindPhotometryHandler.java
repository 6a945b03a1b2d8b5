package org.volans.discovery.ui.internal.photometry;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.volans.api.photometry.PhotometryService;
import org.volans.discovery.ui.internal.HereProvider;
import org.volans.ui.services.RegistryChoice;

/** Asks which photometry is wanted, then joins with it. */
@NonNullByDefault({})
public final class FindPhotometryHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        IWorkbench workbench = PlatformUI.getWorkbench();
        FindPhotometryDialog dialog = new FindPhotometryDialog(
                window.getShell(),
                HereProvider.get(),
                workbench.getService(PhotometryService.class),
                workbench.getService(RegistryChoice.class));
        if (dialog.open() == Window.OK) {
            dialog.wish().ifPresent(wish -> PhotometryRun.start(wish, window.getActivePage()));
        }
        return null;
    }
}

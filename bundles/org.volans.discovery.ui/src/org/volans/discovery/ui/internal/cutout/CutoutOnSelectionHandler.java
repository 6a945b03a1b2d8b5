package org.volans.discovery.ui.internal.cutout;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.volans.discovery.ui.internal.HereProvider;

/** Switches the cutouts of whatever is highlighted on and off. */
@NonNullByDefault({})
public final class CutoutOnSelectionHandler extends AbstractHandler {

    private SelectionCutter cutter;

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        boolean on = !HandlerUtil.toggleCommandState(event.getCommand());
        if (cutter != null) {
            cutter.close();
            cutter = null;
        }
        if (on) {
            cutter = new SelectionCutter(
                    HandlerUtil.getActiveWorkbenchWindowChecked(event),
                    HereProvider.get(),
                    PlatformUI.getWorkbench().getService(CutoutDesk.class));
        }
        return null;
    }

    @Override
    public void dispose() {
        if (cutter != null) {
            cutter.close();
        }
    }
}

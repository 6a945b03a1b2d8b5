package org.volans.discovery.ui.internal.view;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.volans.discovery.ui.internal.HereProvider;
import org.volans.discovery.ui.internal.Place;
import org.volans.ui.Ids;

/** Opens the Discovery view with the positions that the user works with, and asks. */
@NonNullByDefault({})
public final class FindImagesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        HereProvider here = HereProvider.get();
        try {
            DiscoveryView view = (DiscoveryView) HandlerUtil.getActiveWorkbenchWindowChecked(event)
                    .getActivePage()
                    .showView(Ids.DISCOVERY_VIEW);
            if (HereProvider.inFront().isEmpty() && here.place().orElse(null) instanceof Place.Point point) {
                view.ask(point.position());
            } else {
                here.table().ifPresent(view::ask);
            }
            return null;
        } catch (PartInitException e) {
            throw new ExecutionException("The Discovery view cannot be shown", e);
        }
    }
}

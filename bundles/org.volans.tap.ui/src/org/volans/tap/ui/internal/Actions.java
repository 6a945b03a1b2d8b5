package org.volans.tap.ui.internal;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.PlatformUI;
import org.volans.ui.widgets.Icons;

/** Makes actions for tool bars and menus. UI thread only. */
public final class Actions {

    private static final String BUNDLE = "org.volans.tap.ui";

    private Actions() {}

    /** @param icon one of this bundle's, see {@link Icons} */
    public static IAction own(String text, String icon, Runnable run) {
        IAction action = plain(text, run);
        action.setImageDescriptor(Icons.descriptor(BUNDLE, icon));
        return action;
    }

    /** @param image one of the workbench's shared images */
    public static IAction shared(String text, String image, Runnable run) {
        IAction action = plain(text, run);
        action.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(image));
        return action;
    }

    private static IAction plain(String text, Runnable run) {
        Action action = new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setToolTipText(text.replace("…", ""));
        return action;
    }
}

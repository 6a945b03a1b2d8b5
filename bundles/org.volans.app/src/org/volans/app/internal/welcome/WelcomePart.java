package org.volans.app.internal.welcome;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.IntroPart;

/** The Welcome page: drawn with SWT, so that it is there at once and needs no browser. UI thread only. */
@NonNullByDefault({})
public final class WelcomePart extends IntroPart {

    private @Nullable WelcomePane pane;

    @Override
    public void createPartControl(Composite parent) {
        pane = new WelcomePane(parent, new WelcomeActions(getIntroSite().getWorkbenchWindow(), this));
    }

    @Override
    public void standbyStateChanged(boolean standby) {
        @Nullable WelcomePane now = pane;
        if (now != null && !standby) {
            now.refresh();
        }
    }

    @Override
    public void setFocus() {
        @Nullable WelcomePane now = pane;
        if (now != null) {
            now.focusFirst();
        }
    }
}

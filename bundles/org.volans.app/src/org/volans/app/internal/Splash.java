package org.volans.app.internal;

import java.net.URL;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** The picture that shows until the window does; there is no native launcher to show it. UI thread only. */
final class Splash {

    private final Shell shell;

    /** Shows it. */
    Splash(Display display) {
        shell = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP);
        @Nullable URL url = Splash.class.getResource("/branding/splash.png");
        @Nullable
        Image image = url == null ? null : ImageDescriptor.createFromURL(url).createImage(false, display);
        if (image == null) {
            return;
        }
        shell.addListener(SWT.Paint, e -> e.gc.drawImage(image, 0, 0));
        shell.addListener(SWT.Dispose, e -> image.dispose());
        Rectangle size = image.getBounds();
        Rectangle screen = display.getPrimaryMonitor().getClientArea();
        shell.setBounds(
                screen.x + (screen.width - size.width) / 2,
                screen.y + (screen.height - size.height) / 2,
                size.width,
                size.height);
        shell.open();
        paint(display);
    }

    @NonNullByDefault({})
    private void paint(Display display) {
        shell.update();
        while (display.readAndDispatch()) {
            // what shows the shell; the workbench, which handles events later, does not exist yet
        }
    }

    /** Takes it away; may be called again. */
    void close() {
        if (!shell.isDisposed()) {
            shell.dispose();
        }
    }
}

package org.volans.datalink.ui.internal;

import java.io.ByteArrayInputStream;
import java.net.URI;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.ui.widgets.Palette;
import org.volans.ui.work.Workplace;

/** A picture that a link leads to, as large as there is room; fetched and decoded outside of the UI thread. */
final class PreviewCanvas extends Canvas {

    private static final int MOST_BYTES = 8_000_000;
    private static final long MOST_PIXELS = 40_000_000;

    private final Downloads downloads;
    private final Workplace work = Workplace.quiet(this);
    private @Nullable Image image;
    private String words = "";

    PreviewCanvas(Composite parent, Downloads downloads) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.downloads = downloads;
        setData("org.volans.id", "links.preview");
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Dispose, e -> drop());
    }

    /** Shows the picture at a URL. */
    void show(URI url) {
        drop();
        say("Loading the picture…");
        work.run(
                "Preview " + LinkWords.fileName(url),
                monitor -> decoded(url, monitor),
                data -> {
                    drop();
                    image = new Image(getDisplay(), data);
                    say("");
                },
                failure -> say("No picture: " + failure.message()));
    }

    /** Shows nothing. */
    void clear() {
        work.cancel();
        drop();
        say("");
    }

    private void say(String text) {
        words = text;
        setToolTipText(text);
        redraw();
    }

    private ImageData decoded(URI url, IProgressMonitor monitor) throws VoException {
        byte[] bytes = downloads.bytes(url, MOST_BYTES, monitor);
        try {
            ImageData data = new ImageLoader().load(new ByteArrayInputStream(bytes))[0];
            if ((long) data.width * data.height > MOST_PIXELS) {
                throw new InputException("it has " + data.width + " by " + data.height + " pixels");
            }
            return data;
        } catch (SWTException | IllegalArgumentException e) {
            throw new InputException("what came is no picture that can be shown (" + e.getMessage() + ")", e);
        }
    }

    private void drop() {
        @Nullable Image old = image;
        image = null;
        if (old != null) {
            old.dispose();
        }
    }

    private void paint(Event event) {
        GC gc = event.gc;
        Rectangle area = getClientArea();
        @Nullable Image shown = image;
        if (shown == null) {
            gc.setForeground(Palette.of(this).muted());
            gc.drawText(words, 2, 2, SWT.DRAW_TRANSPARENT | SWT.DRAW_DELIMITER);
            return;
        }
        Rectangle size = shown.getBounds();
        double scale = Math.min(1, Math.min((double) area.width / size.width, (double) area.height / size.height));
        int width = Math.max(1, (int) (size.width * scale));
        int height = Math.max(1, (int) (size.height * scale));
        gc.setInterpolation(SWT.HIGH);
        gc.setAntialias(SWT.ON);
        gc.drawImage(shown, 0, 0, size.width, size.height, 0, 0, width, height);
    }
}

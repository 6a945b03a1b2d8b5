package org.volans.datalink.ui.internal;

import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.volans.api.datalink.LinkRow;
import org.volans.api.net.HttpCall;
import org.volans.ui.widgets.Copy;
import org.volans.ui.widgets.Tone;

/** One link to something that can be fetched: what it is, a preview, what can be done. UI thread only. */
final class AccessDetail {

    private static final List<String> OPENED_HERE = List.of("fits", "vot", "csv");

    private final Composite box;
    private final Label facts;
    private final Button open;
    private final PreviewCanvas preview;
    private final StatusBar status;
    private final Downloads downloads;
    private final IWorkbenchPage page;
    private final Fetching fetching;
    private @Nullable LinkRow link;

    AccessDetail(Composite parent, Downloads downloads, IWorkbenchPage page) {
        this.downloads = downloads;
        this.page = page;
        box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 4).spacing(0, 4).applyTo(box);
        facts = new Label(box, SWT.WRAP);
        facts.setData("org.volans.id", "links.facts");
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(facts);
        Composite buttons = new Composite(box, SWT.NONE);
        RowLayoutFactory.fillDefaults().spacing(6).applyTo(buttons);
        open = button(buttons, "Open", "links.open", this::open);
        button(buttons, "Download…", "links.download", this::download);
        button(buttons, "Copy URL", "links.copy", this::copyUrl);
        status = new StatusBar(box);
        preview = new PreviewCanvas(box, downloads);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(preview);
        fetching = new Fetching(box, status, downloads);
    }

    private static Button button(Composite parent, String label, String id, Runnable run) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(label);
        button.setData("org.volans.id", id);
        button.addListener(SWT.Selection, e -> run.run());
        return button;
    }

    Composite control() {
        return box;
    }

    /** How high it is with a line for what is going on; a picture takes whatever it gets. */
    int height(int width) {
        int line = open.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        return preview.getVisible() ? Integer.MAX_VALUE : box.computeSize(width, SWT.DEFAULT).y + line;
    }

    /** Shows a link with an access URL. */
    void show(LinkRow shown) {
        link = shown;
        fetching.turnTo(shown);
        facts.setText(facts(shown));
        Tone.MUTED.on(facts);
        facts.setToolTipText(String.valueOf(url()));
        open.setToolTipText(
                openedHere(shown) ? "Download into the project and open in an editor" : "Open in the web browser");
        String type = shown.contentType().toLowerCase(Locale.ROOT);
        boolean picture = type.startsWith("image/") && !type.contains("fits");
        if (picture) {
            preview.show(url());
        } else {
            preview.clear();
        }
        preview.setVisible(picture);
        ((GridData) preview.getLayoutData()).exclude = !picture;
        box.layout();
    }

    private static String facts(LinkRow link) {
        String type = LinkWords.type(link);
        String size = LinkWords.size(link.contentLength());
        String local = link.localSemantics();
        String line = String.join(
                "  ·  ",
                Stream.of(type, size, local, link.contentQualifier())
                        .filter(s -> !s.isEmpty())
                        .toList());
        String title = LinkWords.title(link);
        return (line.isEmpty() ? title : title + "\n" + line).replace("&", "&&");
    }

    private URI url() {
        @Nullable LinkRow shown = link;
        return shown != null && shown.target() instanceof LinkRow.Target.Access access ? access.url() : URI.create("");
    }

    private static boolean openedHere(LinkRow link) {
        return OPENED_HERE.contains(LinkWords.extension(link.contentType(), ""));
    }

    /** Opens it where it belongs: in an editor, or in the browser. */
    void open() {
        @Nullable LinkRow shown = link;
        if (shown == null) {
            return;
        }
        if (!openedHere(shown)) {
            browse(url());
            return;
        }
        URI url = url();
        String stem = LinkWords.fileName(url);
        fetching.start(
                shown,
                url,
                monitor ->
                        downloads.fetch(HttpCall.get(url), stem, shown.contentType(), LinkWords.title(shown), monitor),
                file -> {
                    fetching.say(shown, () -> Arrival.say(page, file, status));
                    Arrival.open(page, file, status);
                });
    }

    private void browse(URI url) {
        try {
            PlatformUI.getWorkbench().getBrowserSupport().getExternalBrowser().openURL(url.toURL());
        } catch (PartInitException | MalformedURLException | IllegalArgumentException e) {
            status.bad("The browser cannot be opened: " + e.getMessage());
        }
    }

    /** Asks for a file and downloads into it. */
    void download() {
        @Nullable LinkRow shown = link;
        if (shown == null) {
            return;
        }
        FileDialog dialog = new FileDialog(box.getShell(), SWT.SAVE);
        dialog.setText("Download");
        dialog.setFileName(LinkWords.fileName(url()));
        dialog.setOverwrite(true);
        @Nullable String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        URI url = url();
        fetching.start(
                shown,
                url,
                monitor -> {
                    downloads.fetch(url, Path.of(chosen), monitor);
                    return chosen;
                },
                done -> fetching.say(shown, () -> status.good("Saved as " + done, null)));
    }

    /** Puts the URL on the clipboard. */
    void copyUrl() {
        Copy.text(url().toString());
        status.good("The URL is on the clipboard", null);
    }
}

package org.volans.samp.ui.internal.view;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Control;
import org.volans.api.VoException;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;
import org.volans.api.samp.SampClient;
import org.volans.ui.widgets.Icons;

/** The icons of programs, fetched where they say; until then, and where that fails, one of ours. UI thread only. */
@NonNullByDefault({})
final class ClientIcons {

    private static final int SIZE = 16;
    private static final int LARGEST = 1_000_000;
    private static final int MOST_PIXELS = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Control owner;
    private final HttpService http;
    private final Runnable arrived;
    private final LocalResourceManager images;
    private final Map<URI, Optional<Image>> known = new HashMap<>();

    /** @param arrived told when another icon is here */
    ClientIcons(Control owner, HttpService http, Runnable arrived) {
        this.owner = owner;
        this.http = http;
        this.arrived = arrived;
        this.images = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    Image of(SampClient client) {
        return client.icon()
                .filter(ClientIcons::web)
                .flatMap(uri -> known.computeIfAbsent(uri, this::fetch))
                .orElseGet(() -> Icons.image("org.volans.samp.ui", client.hub() ? "hub" : "client"));
    }

    /** A program must not have us look into files. */
    private static boolean web(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    private Optional<Image> fetch(URI uri) {
        Job.createSystem("Icon " + uri, (ICoreRunnable) monitor -> load(uri, IProgressMonitor.nullSafe(monitor)))
                .schedule();
        return Optional.empty();
    }

    /** Outside of the UI thread. Without its icon a program is shown by the usual one: nothing to tell anybody. */
    private void load(URI uri, IProgressMonitor monitor) {
        try (HttpAnswer answer = http.send(HttpCall.get(uri).timeout(PATIENCE), monitor)) {
            ImageData data =
                    new ImageData(new ByteArrayInputStream(answer.body().readNBytes(LARGEST)));
            if (data.width <= MOST_PIXELS && data.height <= MOST_PIXELS && !owner.isDisposed()) {
                owner.getDisplay().asyncExec(() -> show(uri, data));
            }
        } catch (VoException | IOException | SWTException e) {
            return;
        }
    }

    private void show(URI uri, ImageData data) {
        if (!owner.isDisposed()) {
            ImageDescriptor scaled = ImageDescriptor.createFromImageDataProvider(
                    zoom -> data.scaledTo(SIZE * zoom / 100, SIZE * zoom / 100));
            known.put(uri, Optional.of(images.create(scaled)));
            arrived.run();
        }
    }
}

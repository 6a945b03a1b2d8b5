package org.volans.datalink.ui.internal;

import java.net.URI;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.volans.api.datalink.LinkRow;
import org.volans.ui.work.Task;
import org.volans.ui.work.Workplace;

/** Downloads of links, and what is said of them while their link is the one that shows. UI thread only. */
final class Fetching {

    private final Composite owner;
    private final StatusBar status;
    private final Downloads downloads;
    private final Workplace asking;
    private @Nullable LinkRow shown;

    Fetching(Composite owner, StatusBar status, Downloads downloads) {
        this.owner = owner;
        this.status = status;
        this.downloads = downloads;
        this.asking = new Workplace(owner);
    }

    /** Another link shows: what goes on for the one before goes on unseen. */
    void turnTo(LinkRow link) {
        shown = link;
        asking.cancel();
        status.clear();
    }

    /** Says something if it is about the link that shows. */
    void say(LinkRow about, Runnable words) {
        if (about == shown) {
            words.run();
        }
    }

    /** Downloads what is not large, or what the user wants all the same. */
    <T> void start(LinkRow link, URI url, Task<T> download, Consumer<? super T> done) {
        status.busy("Asking for the size", this::stop);
        OptionalLong said = link.contentLength();
        asking.run(
                "Size of " + LinkWords.fileName(url),
                monitor -> said.isPresent() ? said : downloads.size(url, monitor),
                bytes -> {
                    if (Large.agreed(
                            owner.getShell(), "Large Download", "This is %s. Download it all the same?", bytes)) {
                        download(link, url, download, done);
                    } else {
                        status.clear();
                    }
                },
                failure -> status.bad(failure.message()));
    }

    /** In a place of its own, for it goes on when another link is looked at. */
    private <T> void download(LinkRow link, URI url, Task<T> download, Consumer<? super T> done) {
        Workplace work = new Workplace(owner);
        Runnable stop = () -> {
            work.cancel();
            say(link, () -> status.warn("Stopped."));
        };
        status.busy("Waiting for " + url.getHost(), stop);
        work.run(
                "Downloading " + LinkWords.fileName(url),
                monitor ->
                        download.run(status.watch(monitor, work, words -> say(link, () -> status.busy(words, stop)))),
                done,
                failure -> say(link, () -> status.bad(failure.message())));
    }

    private void stop() {
        asking.cancel();
        status.warn("Stopped.");
    }
}

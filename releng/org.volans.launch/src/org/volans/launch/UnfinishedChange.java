package org.volans.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A change of plug-ins that was begun and not done: it failed, was interrupted, or its Java was killed. Whoever ends or starts next
 * puts the product back to what it was. Who makes a change holds a lock on the file {@code launcher/built}.
 */
final class UnfinishedChange {

    private final Path product;
    private final SavedState before;

    UnfinishedChange(Path product) {
        this.product = product;
        this.before = SavedState.beforeChange(product);
    }

    /** @return whether there was one */
    boolean putBack() throws IOException {
        boolean found = putBackForNow();
        if (found) {
            before.forget();
        }
        return found;
    }

    /** While who makes it may still be writing. */
    boolean putBackForNow() throws IOException {
        if (!before.exists() || !Files.isWritable(product.resolve("launcher")) || isGoingOn()) {
            return false;
        }
        before.putBack();
        return true;
    }

    /** In another Java. */
    private boolean isGoingOn() throws IOException {
        try (FileChannel lock = FileChannel.open(product.resolve("launcher/built"), StandardOpenOption.WRITE)) {
            return lock.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return false; // our own, and it has ended
        }
    }
}

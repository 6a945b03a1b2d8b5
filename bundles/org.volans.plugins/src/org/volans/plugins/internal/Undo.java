package org.volans.plugins.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.volans.api.InputException;
import org.volans.api.VoException;

/**
 * The right to change an installation, and the means to undo it: begun before p2 looks at it, for p2 writes where it reads. What is
 * not {@link #done} by the end of this Java is undone.
 */
final class Undo {

    private static final List<String> WRITTEN =
            List.of("plugins", "features", "p2", "configuration", "launcher", "launcher/built", "artifacts.xml");

    private final FileChannel lock;
    private final Snapshot before;

    private Undo(FileChannel lock, Snapshot before) {
        this.lock = lock;
        this.before = before;
    }

    /** Only one change at a time, and only by who may write. */
    static Undo begin(Path folder) throws VoException {
        for (String name : WRITTEN) {
            Path path = folder.resolve(name);
            if (Files.exists(path) && !Files.isWritable(path)) {
                throw new InputException("no permission to change the Volans in " + folder
                        + ": do this as the owner of that folder, or unpack a Volans of your own");
            }
        }
        try {
            FileChannel channel = FileChannel.open(folder.resolve("launcher/built"), StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new InputException("another command is changing the plug-ins of the Volans in " + folder
                        + ": try again when it is done");
            }
            return new Undo(channel, Snapshot.of(folder));
        } catch (IOException e) {
            throw new InputException("cannot write into the Volans in " + folder + " (" + e.getMessage() + ")", e);
        }
    }

    /** Bundles and features that came since. */
    List<Path> added() throws IOException {
        return before.added();
    }

    /** Keeps what was changed. */
    void done() throws IOException {
        before.done();
        lock.close();
    }
}

package org.volans.plugins.internal.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.io.Folders;
import org.volans.api.io.WholeFile;

/** A new folder of text files that appears whole or not at all: it is made under a hidden name beside its place, then moved. */
final class WholeFolder {

    private WholeFolder() {}

    /**
     * Makes the folder.
     *
     * @param files   texts by their paths in the folder
     * @param program the path of the one file that can be run
     * @throws InputException when something is there already, or the folder that it goes into is not or cannot be written
     */
    static void write(Path target, Map<String, String> files, String program) throws InputException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputException(
                    "'" + target + "' is there already: choose another name, or another folder by --dir");
        }
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new InputException("there is no folder '" + parent + "' to make '" + target.getFileName() + "' in");
        }
        Path work = parent.resolve(WholeFile.unfinished("folder"));
        try {
            Files.createDirectory(work);
            try {
                fill(work, files, program);
                Files.move(work, target);
            } finally {
                Folders.delete(work);
            }
        } catch (IOException e) {
            throw new OutputException("cannot make '" + target + "': " + WholeFile.reason(e), e);
        }
    }

    private static void fill(Path folder, Map<String, String> files, String program) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        // where the file system knows no such permission, mvn is there
        folder.resolve(program).toFile().setExecutable(true, false);
    }
}

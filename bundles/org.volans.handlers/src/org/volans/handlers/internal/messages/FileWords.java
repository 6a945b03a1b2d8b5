package org.volans.handlers.internal.messages;

import java.nio.file.Path;
import org.volans.api.InputException;

/** Messages about files that the user has never seen. */
final class FileWords {

    private FileWords() {}

    /** The same message about where the file is from. */
    static InputException renamed(InputException e, Path file, Source source) {
        String message = e.getMessage().replace(file.toString(), source.url().toString());
        return new InputException(message, e);
    }
}

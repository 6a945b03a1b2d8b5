package org.volans.api.handler;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.OutputException;
import org.volans.api.VoException;

/** What a handler has of its surroundings. */
@ProviderType
public interface HandlerContext {

    /** The settings of its rule. */
    Map<String, String> settings();

    /**
     * A file that does not exist yet, for what the handler makes.
     *
     * @param stem      of its name; what does not go into a file's name is left out
     * @param extension without dot
     */
    Path newFile(String stem, String extension) throws OutputException;

    /** The registry to ask. */
    URI registry() throws VoException;

    /** A setting, or what holds without it. */
    default String setting(String name, String otherwise) {
        return Optional.ofNullable(settings().get(name)).orElse(otherwise);
    }
}

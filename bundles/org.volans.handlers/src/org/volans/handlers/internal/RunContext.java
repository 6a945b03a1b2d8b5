package org.volans.handlers.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.handler.HandlerContext;

/** What a handler has for one run; remembers which files it asked for. */
final class RunContext implements HandlerContext {

    private final Host host;
    private final Map<String, String> settings;
    private final Set<Path> files = ConcurrentHashMap.newKeySet();

    RunContext(Host host, Map<String, String> settings) {
        this.host = host;
        this.settings = settings;
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public Path newFile(String stem, String extension) throws OutputException {
        Path file = host.newFile(stem, extension);
        files.add(file);
        return file;
    }

    @Override
    public URI registry() throws VoException {
        return host.registry();
    }

    /** Whether the handler made the file: it was given the name for it. */
    boolean made(Path file) {
        return files.contains(file);
    }
}

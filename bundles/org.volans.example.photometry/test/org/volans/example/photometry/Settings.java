package org.volans.example.photometry;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.volans.api.handler.HandlerContext;

/** Surroundings with nothing but the settings of a rule. */
record Settings(Map<String, String> settings) implements HandlerContext {

    @Override
    public Path newFile(String stem, String extension) {
        throw new UnsupportedOperationException();
    }

    @Override
    public URI registry() {
        throw new UnsupportedOperationException();
    }
}

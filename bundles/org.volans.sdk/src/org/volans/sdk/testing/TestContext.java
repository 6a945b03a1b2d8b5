package org.volans.sdk.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.handler.HandlerContext;

/** The surroundings of a handler: settings, a folder for files, a registry. Safe for concurrent use. */
public final class TestContext implements HandlerContext {

    private final Map<String, String> settings;
    private final Optional<Path> folder;
    private final Optional<URI> registry;
    private final AtomicInteger files = new AtomicInteger();

    private TestContext(Map<String, String> settings, Optional<Path> folder, Optional<URI> registry) {
        this.settings = Map.copyOf(settings);
        this.folder = folder;
        this.registry = registry;
    }

    /** With these settings, no registry, and new files in a folder made for them. */
    public static TestContext of(Map<String, String> settings) {
        return new TestContext(settings, Optional.empty(), Optional.empty());
    }

    /** The same with new files in a folder. */
    public TestContext folder(Path folder) {
        return new TestContext(settings, Optional.of(folder), registry);
    }

    /** The same with a registry. */
    public TestContext registry(URI registry) {
        return new TestContext(settings, folder, Optional.of(registry));
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public Path newFile(String stem, String extension) throws OutputException {
        try {
            Path place = folder.isPresent() ? folder.get() : Files.createTempDirectory("volans-sdk");
            String name = stem.replaceAll("[^\\w.+-]", "_");
            return place.resolve(name + "-" + files.incrementAndGet() + "." + extension);
        } catch (IOException e) {
            throw new OutputException("no folder for new files can be made: " + e.getMessage(), e);
        }
    }

    @Override
    public URI registry() throws InputException {
        return registry.orElseThrow(() -> new InputException("this test has no registry"));
    }
}

package org.volans.net.internal;

import java.nio.file.Path;

/** Where answers are kept between runs: the XDG Base Directory Specification 0.8. */
final class CacheFolder {

    private CacheFolder() {}

    /** {@code $XDG_CACHE_HOME/volans/http}; the system property {@code volans.cache} stands in for the first two parts. */
    static Path standard() {
        String own = System.getProperty("volans.cache", "");
        if (!own.isBlank()) {
            return Path.of(own, "http");
        }
        String xdg = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        // The specification: relative paths are invalid and must be ignored.
        Path base = Path.of(xdg).isAbsolute() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("volans").resolve("http");
    }
}

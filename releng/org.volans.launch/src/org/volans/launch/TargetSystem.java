package org.volans.launch;

import java.util.List;
import java.util.Locale;

/**
 * The system a product is for, in p2's words.
 *
 * @param os {@code linux}, {@code win32} or {@code macosx}
 * @param arch {@code x86_64} or {@code aarch64}
 */
public record TargetSystem(String os, String arch) {

    public TargetSystem {
        if (!List.of("linux", "win32", "macosx").contains(os)
                || !List.of("x86_64", "aarch64").contains(arch)) {
            throw new IllegalArgumentException("no system that Volans is built for: " + os + " " + arch);
        }
    }

    /** The one this program runs on. */
    public static TargetSystem here() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String os = name.startsWith("windows") ? "win32" : name.startsWith("mac") ? "macosx" : "linux";
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return new TargetSystem(os, arch.equals("aarch64") || arch.equals("arm64") ? "aarch64" : "x86_64");
    }

    public boolean isWindows() {
        return os.equals("win32");
    }

    /** What DuckDB calls its library for this system, in its jar. */
    String libraryInJar() {
        String system = switch (os) {
            case "win32" -> "windows";
            case "macosx" -> "macos";
            default -> "linux";
        };
        return NativeLibrary.IN_JAR + system + "_" + (arch.equals("aarch64") ? "arm64" : "amd64");
    }

    /** What {@code System.loadLibrary("duckdb_java")} looks for on this system. */
    String libraryOnDisk() {
        return switch (os) {
            case "win32" -> "duckdb_java.dll";
            case "macosx" -> "libduckdb_java.dylib";
            default -> "libduckdb_java.so";
        };
    }
}

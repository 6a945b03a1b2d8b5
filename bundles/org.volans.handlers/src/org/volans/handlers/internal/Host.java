package org.volans.handlers.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.handler.HandlerHost;
import org.volans.api.io.Folders;
import org.volans.api.io.WholeFile;

/**
 * The program that handlers run in, or what stands in for it where there is none; and a folder for what lives as long
 * as the session. Safe for concurrent use.
 */
@Component(service = Host.class)
public final class Host {

    private static final int LONGEST_STEM = 60;

    private final Logger log;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable HandlerHost program;

    private final Set<Path> names = new HashSet<>();
    private @Nullable Path folder;

    /** Without a program at first. */
    @Activate
    public Host(@Reference(service = LoggerFactory.class) Logger log) {
        this.log = log;
    }

    /** For tests. */
    public Host(Logger log, HandlerHost program) {
        this(log);
        this.program = program;
    }

    /** The program, if there is one. */
    public Optional<HandlerHost> program() {
        return Optional.ofNullable(program);
    }

    /** See {@link HandlerHost#newFile}. */
    public Path newFile(String stem, String extension) throws OutputException {
        @Nullable HandlerHost there = program;
        return there == null ? temporaryFile(stem, extension) : there.newFile(stem, extension);
    }

    /** See {@link HandlerHost#registry}. */
    public URI registry() throws VoException {
        return program()
                .orElseThrow(() -> new InputException("there is no registry to ask: nobody has chosen one"))
                .registry();
    }

    /** A file that does not exist yet and goes at the end of the session. */
    public synchronized Path temporaryFile(String stem, String extension) throws OutputException {
        try {
            Path parent = folder();
            Path file = parent.resolve(safe(stem) + "." + safe(extension));
            for (int i = 2; !claimed(file); i++) {
                file = parent.resolve(safe(stem) + "-" + i + "." + safe(extension));
            }
            return file;
        } catch (IOException e) {
            throw new OutputException("no temporary file can be made: " + WholeFile.reason(e), e);
        }
    }

    private Path folder() throws IOException {
        @Nullable Path there = folder;
        if (there != null && Files.isDirectory(there)) {
            return there;
        }
        Path made = Files.createTempDirectory("volans-received-");
        made.toFile().deleteOnExit();
        folder = made;
        return made;
    }

    /** Whether the name is free; it is kept for whoever asked, who has not made the file yet. */
    private boolean claimed(Path file) {
        if (Files.exists(file) || !names.add(file)) {
            return false;
        }
        file.toFile().deleteOnExit();
        return true;
    }

    private static String safe(String stem) {
        String safe = stem.replaceAll("[^\\p{L}\\p{N}._+-]+", "_").replaceFirst("^[._]+", "");
        String whole = safe.isEmpty() ? "file" : safe;
        return whole.length() > LONGEST_STEM ? whole.substring(0, LONGEST_STEM) : whole;
    }

    /** Removes the folder; what is in use by then goes when the process ends. */
    @Deactivate
    synchronized void close() {
        @Nullable Path parent = folder;
        if (parent == null) {
            return;
        }
        try {
            Folders.delete(parent);
        } catch (IOException e) {
            log.warn("temporary files stay in {}: {}", parent, WholeFile.reason(e));
        }
    }
}

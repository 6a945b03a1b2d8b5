package org.volans.api.handler;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.datalink.LinkedRow;
import org.volans.api.geometry.Position;
import org.volans.api.sed.Sed;
import uk.ac.starlink.table.StarTable;

/**
 * What a handler gives. The workbench chooses the view for it, the command line prints or saves it: the same handler runs in
 * both.
 */
@ProviderType
public sealed interface HandlerResult {

    /** The SED of an object; those of several handlers for a row are drawn together. */
    record Spectrum(Sed sed) implements HandlerResult {}

    /**
     * A FITS image.
     *
     * @param file  of {@link HandlerHost#newFile} when the handler made it; else one that was there
     * @param title for people
     * @param mark  a position to be shown on it
     */
    record Image(Path file, String title, Optional<Position> mark) implements HandlerResult {}

    /**
     * A table.
     *
     * @param name  for people, and for the file it may be stored in
     * @param table random access
     */
    record Table(String name, StarTable table) implements HandlerResult {}

    /** What a row leads to. */
    record Links(LinkedRow links) implements HandlerResult {}

    /** A page for the browser. */
    record Page(URI url, String title) implements HandlerResult {}

    /** Words. */
    record Text(String text) implements HandlerResult {}

    /** The handler has not done all that it could: the words that say what is missing. */
    record Warning(String text) implements HandlerResult {}

    /** No more than what the handler itself did, such as to tell another program. */
    static List<HandlerResult> none() {
        return List.of();
    }
}

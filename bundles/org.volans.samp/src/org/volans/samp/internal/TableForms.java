package org.volans.samp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.io.WholeFile;
import org.volans.api.table.SharedTable;
import org.volans.api.table.TableService;
import uk.ac.starlink.table.StarTable;

/** Tables as files that other programs can load. Safe for concurrent use. */
final class TableForms {

    private static final byte[] FITS_BEGINNING = "SIMPLE  =".getBytes(StandardCharsets.US_ASCII);

    /** A table at a URL. */
    record Form(URI url, boolean fits) {}

    private record Written(StarTable table, Path file) {}

    private final TableService tables;
    /** By table-id and ending. A table that is sent again is the same file: the others know it by its URL. */
    private final Map<String, Written> written = new HashMap<>();

    private @Nullable Path folder;

    TableForms(TableService tables) {
        this.tables = tables;
    }

    /**
     * The table as a client takes it: as it stands if that can be, else written.
     *
     * @param votable whether the client takes VOTables
     * @param fits    whether it takes FITS
     */
    Form of(SharedTable table, boolean votable, boolean fits, IProgressMonitor monitor) throws InputException {
        Optional<Form> stored = stored(table, monitor).filter(form -> form.fits() ? fits : votable);
        return stored.isPresent() ? stored.get() : write(table, !votable, monitor);
    }

    private Optional<Form> stored(SharedTable table, IProgressMonitor monitor) throws InputException {
        boolean single =
                table.document().filter(doc -> doc.tables().size() == 1).isPresent();
        Optional<Path> file = table.file().filter(Files::isReadable);
        if (single && table.url().isPresent()) {
            return table.url().map(url -> new Form(url, false));
        }
        if (file.isEmpty()) {
            return Optional.empty();
        }
        if (single) {
            return Optional.of(new Form(uri(file.get()), false));
        }
        boolean fits = table.document().isEmpty()
                && isFits(file.get())
                && tables.openFile(file.get(), "", monitor).tables().size() == 1;
        return fits ? Optional.of(new Form(table.url().orElseGet(() -> uri(file.get())), true)) : Optional.empty();
    }

    private static boolean isFits(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(FITS_BEGINNING.length), FITS_BEGINNING);
        } catch (IOException e) {
            return false; // cannot be read by others, neither
        }
    }

    private static URI uri(Path file) {
        return file.toAbsolutePath().normalize().toUri();
    }

    private synchronized Form write(SharedTable table, boolean fits, IProgressMonitor monitor) throws InputException {
        String ending = fits ? ".fits" : ".vot";
        Written before = written.get(table.id() + ending);
        if (before != null && before.table() == table.table() && Files.isReadable(before.file())) {
            return new Form(uri(before.file()), fits);
        }
        Path file = newFile(table.name().replaceAll("[^A-Za-z0-9._-]+", "_"), ending);
        tables.save(table.table(), file, "", monitor);
        written.put(table.id() + ending, new Written(table.table(), file));
        return new Form(uri(file), fits);
    }

    private Path newFile(String name, String ending) throws OutputException {
        String stem = name.isEmpty() ? "table" : name.substring(0, Math.min(60, name.length()));
        try {
            Path place = folder;
            if (place == null || !Files.isDirectory(place)) {
                place = Files.createTempDirectory("volans-samp-");
                place.toFile().deleteOnExit();
                folder = place;
            }
            Path file = Files.createTempFile(place, stem + "-", ending);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new OutputException(
                    "cannot write to the folder for temporary files '" + System.getProperty("java.io.tmpdir") + "': "
                            + WholeFile.reason(e),
                    e);
        }
    }
}

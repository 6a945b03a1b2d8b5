package org.volans.api.sed;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.InputException;
import uk.ac.starlink.table.StarTable;

/** SEDs of table rows. Safe for concurrent use. */
@ProviderType
public interface SedService {

    /** The endings of the files that {@link #write} writes. */
    List<String> ENDINGS = List.of(".png", ".svg", ".csv", ".vot");

    /**
     * The SED of a row: every column whose UCD starts with {@code phot.mag} or {@code phot.flux.density} and names a
     * band, with its error column where one can be told.
     *
     * @param table   random access
     * @param row     0-based
     * @param context what is known of where the table is from (name and description of the source table), or empty
     */
    Sed sed(StarTable table, long row, String context, IProgressMonitor monitor) throws InputException;

    /**
     * Writes SEDs by the target's extension, one of {@link #ENDINGS}: {@code .png} and {@code .svg} pictures, {@code .csv} and {@code .vot}
     * tables of points. The file appears whole or not at all.
     */
    void write(List<Sed> seds, SedPlot plot, Path out, IProgressMonitor monitor) throws InputException;
}

package org.volans.api.photometry;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableMeta;
import org.volans.api.ucd.Ucd;

/**
 * A table of magnitudes or flux densities with positions, told by its UCDs alone.
 *
 * @param resource  title of the registry record that led to it
 * @param ivoid     identifier of that record
 * @param service   base URL of the TAP service that has it
 * @param table     its metadata as the service has them
 * @param positions its position columns
 */
public record PhotometryTable(String resource, String ivoid, URI service, TableMeta table, PositionColumns positions) {

    /** The table as photometry, or empty when its UCDs do not say positions and photometry. */
    public static Optional<PhotometryTable> of(String resource, String ivoid, URI service, TableMeta table) {
        return PositionColumns.of(table.columns())
                .map(positions -> new PhotometryTable(resource, ivoid, service, table, positions))
                .filter(photometry -> !photometry.values().isEmpty());
    }

    /** Columns that hold photometry in a known part of the spectrum, in the table's order. */
    public List<ColumnMeta> values() {
        return table.columns().stream().filter(c -> isPhotometry(c.ucd())).toList();
    }

    /** The errors of those columns. */
    public List<ColumnMeta> errors() {
        Set<String> wanted = Set.copyOf(
                values().stream().map(c -> c.name().toLowerCase(Locale.ROOT)).toList());
        return table.columns().stream()
                .filter(c -> c.ucd().primary().equals("stat.error")
                        && c.ucd().hasUnder("phot")
                        && c.ucd().hasUnder("em"))
                .filter(c -> wanted.contains(errorOf(c.name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    /** The column that names an object: {@code meta.id;meta.main} (UCD1 {@code ID_MAIN}), else the first {@code meta.id}. */
    public Optional<ColumnMeta> identifier() {
        return table.column(u -> u.primary().equals("meta.id") && u.has("meta.main"))
                .or(() -> table.column(u -> u.primary().equals("id_main")))
                .or(() -> table.column(u -> u.primary().equals("meta.id")));
    }

    /** The {@code em} words of its values' UCDs, each once: {@code em.opt.u}, {@code em.radio.100-200mhz}… */
    public List<String> bands() {
        return values().stream().map(c -> c.ucd().firstUnder("em")).distinct().toList();
    }

    /** What says which survey this is. */
    public String context() {
        return String.join(" ", resource, table.name(), table.title(), table.description());
    }

    /** Whether a UCD is that of a magnitude or flux density in a known part of the spectrum, measured as it is. */
    public static boolean isPhotometry(Ucd ucd) {
        boolean brightness = ucd.primary().equals("phot.mag") || ucd.primaryUnder("phot.flux");
        boolean derived = ucd.hasUnder("stat") || ucd.has("phot.color") || ucd.hasUnder("arith");
        return brightness && !derived && ucd.hasUnder("em");
    }

    /** VizieR's habit ({@code e_gmag}) and the two other common ones. */
    private static String errorOf(String name) {
        return name.replaceFirst("^e_", "").replaceFirst("^(err_|sigma_)", "").replaceFirst("(_err|_error|err)$", "");
    }
}

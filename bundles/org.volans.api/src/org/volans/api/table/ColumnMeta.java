package org.volans.api.table;

import org.volans.api.ucd.Ucd;
import uk.ac.starlink.table.ColumnInfo;

/**
 * What a service or a file says of a column. Texts are empty, never {@code null}, where nothing is said.
 *
 * @param name        as the service writes it, without delimiters
 * @param datatype    VOTable datatype, with arraysize in brackets when it is an array: {@code double}, {@code char(*)}
 * @param unit        VOUnits text
 * @param ucd         its UCD
 * @param utype       its utype
 * @param description for people
 * @param indexed     whether the service says that constraints on it are fast
 */
public record ColumnMeta(
        String name, String datatype, String unit, Ucd ucd, String utype, String description, boolean indexed) {

    /** The metadata of a column of a {@code StarTable}. */
    public static ColumnMeta of(ColumnInfo info) {
        return new ColumnMeta(
                text(info.getName()),
                info.getContentClass().getSimpleName(),
                text(info.getUnitString()),
                Ucd.parse(info.getUCD()),
                text(info.getUtype()),
                text(info.getDescription()),
                false);
    }

    private static String text(@org.eclipse.jdt.annotation.Nullable String value) {
        return value == null ? "" : value;
    }
}

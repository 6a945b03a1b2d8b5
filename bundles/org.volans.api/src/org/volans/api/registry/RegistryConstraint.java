package org.volans.api.registry;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.geometry.Position;

/** One condition of a registry search; a record must meet all of them. */
@ProviderType
public sealed interface RegistryConstraint {

    /**
     * Words looked for in title, description, subjects, short name, and names and descriptions of tables; every word
     * must be found somewhere in the record.
     */
    record Keywords(List<String> words) implements RegistryConstraint {
        public Keywords {
            words = List.copyOf(words);
        }
    }

    /** The record has an interface of this kind, main or auxiliary. */
    record Type(ServiceType type) implements RegistryConstraint {}

    /** The record is about this part of the spectrum, one of the IVOA messenger terms, such as {@code radio}. */
    record Waveband(String name) implements RegistryConstraint {
        public Waveband {
            name = name.strip().toLowerCase(Locale.ROOT);
        }
    }

    /** The service holds this data model: {@code obscore}, {@code epntap}, {@code regtap}, or an IVOA identifier. */
    record DataModel(String name) implements RegistryConstraint {}

    /** The record has a column whose UCD matches; {@code %} stands for any text. */
    record ColumnUcd(String pattern) implements RegistryConstraint {}

    /** The record states a spatial coverage that holds the position (RegTAP 1.2, {@code rr.stc_spatial}). */
    record Covers(Position position) implements RegistryConstraint {}

    /** The record states a spatial coverage, and the position is outside of it. */
    record CoversNot(Position position) implements RegistryConstraint {}

    /** The record states no spatial coverage; true of all records of a registry before RegTAP 1.2. */
    record CoverageUnknown() implements RegistryConstraint {}

    /** The record has a capability of its own at this URL: it is the service there, not only data that it serves. */
    record ServedAt(URI accessUrl) implements RegistryConstraint {}

    /** The record has a table of this name, compared without regard to case and delimiters. */
    record TableName(String name) implements RegistryConstraint {}

    /** The record with this identifier, or the records with this short name. */
    record Named(String identifierOrShortName) implements RegistryConstraint {}
}

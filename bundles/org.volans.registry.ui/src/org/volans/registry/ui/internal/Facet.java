package org.volans.registry.ui.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.ServiceType;

/** A property of records by which a list of them is narrowed. */
enum Facet {
    /** Kind of service, by the words of {@link #label(ServiceType)}. */
    TYPE(
            "Type",
            "service type",
            Stream.of(ServiceType.values()).map(Facet::label).toList()) {
        @Override
        Set<String> values(RegistryRecord record) {
            return Arrays.stream(ServiceType.values())
                    .filter(type -> record.access(type).isPresent())
                    .map(Facet::label)
                    .collect(Collectors.toSet());
        }

        @Override
        Optional<RegistryConstraint> constraint(String value) {
            return Arrays.stream(ServiceType.values())
                    .filter(type -> label(type).equals(value))
                    .<RegistryConstraint>map(RegistryConstraint.Type::new)
                    .findFirst();
        }
    },
    /** Part of the spectrum: the terms of VODataService 1.2, section 3.1. */
    WAVEBAND(
            "Waveband",
            "waveband",
            List.of("radio", "millimeter", "infrared", "optical", "uv", "euv", "x-ray", "gamma-ray", "neutrino")) {
        @Override
        Set<String> values(RegistryRecord record) {
            return Set.copyOf(record.wavebands());
        }

        @Override
        Optional<RegistryConstraint> constraint(String value) {
            return Optional.of(new RegistryConstraint.Waveband(value));
        }
    },
    /** Data model that the service's tables follow. */
    MODEL("Model", "data model", List.of("ObsCore", "EpnTAP", "RegTAP")) {
        @Override
        Set<String> values(RegistryRecord record) {
            return record.interfaces().stream()
                    .flatMap(i -> i.dataModels().stream())
                    .map(Facet::model)
                    .filter(m -> !m.isEmpty())
                    .collect(Collectors.toSet());
        }

        @Override
        Optional<RegistryConstraint> constraint(String value) {
            return Optional.of(new RegistryConstraint.DataModel(value));
        }
    },
    /** Who publishes it; no registry is asked for that. */
    PUBLISHER("Publisher", "publisher", List.of()) {
        @Override
        Set<String> values(RegistryRecord record) {
            return record.publisher().isEmpty() ? Set.of() : Set.of(record.publisher());
        }

        @Override
        Optional<RegistryConstraint> constraint(String value) {
            return Optional.empty();
        }
    };

    private final String title;
    private final String words;
    private final List<String> vocabulary;

    Facet(String title, String words, List<String> vocabulary) {
        this.title = title;
        this.words = words;
        this.vocabulary = vocabulary;
    }

    /** A short label. */
    String title() {
        return title;
    }

    /** What it is called within a sentence. */
    String words() {
        return words;
    }

    /** Values that can be asked for before anything is found. */
    List<String> vocabulary() {
        return vocabulary;
    }

    /** The values that a record has. */
    abstract Set<String> values(RegistryRecord record);

    /** The condition for one value, where a registry can be asked for it. */
    abstract Optional<RegistryConstraint> constraint(String value);

    static String label(ServiceType type) {
        return switch (type) {
            case SCS -> "Cone search";
            case DATALINK -> "DataLink";
            case SIA -> "SIA 1";
            case SIA2 -> "SIA 2";
            default -> type.name();
        };
    }

    /** All service types of a record in a fixed order, for a cell. */
    static String types(RegistryRecord record) {
        Set<String> there = TYPE.values(record);
        return TYPE.vocabulary().stream().filter(there::contains).collect(Collectors.joining(", "));
    }

    /** All values in order, for tests and tooltips. */
    static Set<String> sorted(Set<String> values) {
        return new TreeSet<>(values);
    }

    /** The name of a data model in its identifier, such as {@code ivo://ivoa.net/std/obscore#core-1.1}. */
    static String model(String identifier) {
        String lower = identifier.toLowerCase(Locale.ROOT);
        if (lower.contains("/obscore")) {
            return "ObsCore";
        }
        if (lower.contains("/epn")) {
            return "EpnTAP";
        }
        if (lower.contains("/regtap")) {
            return "RegTAP";
        }
        return identifier.replaceFirst("^.*/", "").replaceFirst("#.*$", "");
    }
}

package org.volans.sky.internal.registry;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.volans.api.table.TableMeta;
import org.volans.sky.internal.CatalogueRecord;
import org.volans.sky.internal.DataCentre;
import org.volans.sky.internal.SkyCapability;
import org.volans.sky.internal.SkyTable;
import org.volans.sky.internal.TableSpec;
import org.volans.sky.internal.registry.Entry.Capability;
import org.volans.sky.internal.registry.Entry.Detail;
import org.volans.sky.internal.registry.Entry.Relation;

/** Everything that the registry has a record of: the centres, what they publish, one service that is down, and decoys. */
final class RegistryEntries {

    private static final String TAP = "ivo://ivoa.net/std/TAP";
    private static final String OBSCORE = "ivo://ivoa.net/std/ObsCore#core-1.1";
    private static final String REGTAP = "ivo://ivoa.net/std/RegTAP#1.2";

    /** The discard port of this machine, where nothing listens: connecting to it is refused at once. */
    private static final String NOWHERE = "http://127.0.0.1:9/";

    private final URI base;
    private final List<TableSpec> registryTables;

    RegistryEntries(URI base, List<TableSpec> registryTables) {
        this.base = base;
        this.registryTables = List.copyOf(registryTables);
    }

    List<Entry> of(List<DataCentre> centres) {
        List<Entry> entries = new ArrayList<>();
        for (DataCentre centre : centres) {
            entries.add(service(centre));
            for (CatalogueRecord record : centre.catalogues()) {
                entries.add(catalogue(centre, record));
            }
        }
        entries.add(down());
        entries.addAll(Decoys.read(NOWHERE));
        return entries;
    }

    private Entry service(DataCentre centre) {
        Map<String, List<TableMeta>> tables = new LinkedHashMap<>();
        for (SkyTable table : centre.tables()) {
            tables.computeIfAbsent(table.schema(), s -> new ArrayList<>()).add(table.meta());
        }
        if (centre.registry()) {
            for (TableSpec spec : registryTables) {
                tables.computeIfAbsent(spec.schema(), s -> new ArrayList<>()).add(spec.meta());
            }
        }
        String url = base + centre.path() + "/tap";
        List<Capability> capabilities = new ArrayList<>();
        capabilities.add(tap(url, centre.obscore(), centre.registry()));
        capabilities.add(plain("ivo://ivoa.net/std/VOSI#capabilities", url + "/capabilities"));
        capabilities.add(plain("ivo://ivoa.net/std/VOSI#availability", url + "/availability"));
        capabilities.add(plain("ivo://ivoa.net/std/VOSI#tables-1.1", url + "/tables"));
        capabilities.add(plain("ivo://ivoa.net/std/DALI#examples", url + "/examples"));
        return new Entry(
                centre.ivoid(),
                "vs:catalogservice",
                centre.shortName(),
                centre.title(),
                centre.description(),
                "archive",
                centre.wavebands(),
                centre.subjects(),
                Optional.empty(),
                Optional.empty(),
                capabilities,
                tables,
                List.of());
    }

    private Entry catalogue(DataCentre centre, CatalogueRecord record) {
        Map<String, List<TableMeta>> tables = new LinkedHashMap<>();
        for (SkyTable table : centre.tables()) {
            if (record.tableNames().contains(table.meta().name())) {
                tables.computeIfAbsent(table.schema(), s -> new ArrayList<>()).add(table.meta());
            }
        }
        List<Capability> capabilities = new ArrayList<>();
        if (!tables.isEmpty()) {
            String url = base + centre.path() + "/tap";
            capabilities.add(
                    new Capability("", TAP + "#aux", "1.1", Decoys.VOTABLE, "base", url, List.of(), List.of()));
        }
        record.capabilities().forEach(c -> capabilities.add(capability(c)));
        return new Entry(
                record.ivoid(),
                "vs:catalogresource",
                record.shortName(),
                record.title(),
                record.description(),
                "catalog",
                record.wavebands(),
                record.subjects(),
                record.coverage(),
                Optional.empty(),
                capabilities,
                tables,
                tables.isEmpty() ? List.of() : List.of(new Relation("isservedby", centre.ivoid(), centre.title())));
    }

    private Capability capability(SkyCapability capability) {
        String id = capability.standardId().toLowerCase(Locale.ROOT);
        String type =
                id.contains("conesearch") ? "cs:conesearch" : id.contains("std/sia") ? "sia:simpleimageaccess" : "";
        int dash = id.lastIndexOf('-');
        boolean cone = type.startsWith("cs:");
        return new Capability(
                type,
                capability.standardId(),
                cone ? "1.03" : dash < 0 ? "" : id.substring(dash + 1),
                capability.resultType(),
                cone ? "base" : "full",
                base + capability.path() + (cone ? "?" : ""),
                capability.parameters(),
                List.of());
    }

    private static Entry down() {
        return new Entry(
                "ivo://sky.volans/down/tap",
                "vs:catalogservice",
                "Sky down TAP",
                "TAP service of the embedded sky that is down",
                "A radio archive whose ObsCore service does not answer: nothing listens at its address.",
                "archive",
                List.of("radio"),
                List.of("radio-astronomy", "surveys"),
                Optional.empty(),
                Optional.empty(),
                List.of(tap(NOWHERE + "down/tap", true, false)),
                Map.of(),
                List.of());
    }

    static Capability plain(String standard, String url) {
        return new Capability("", standard, "", "text/xml", "full", url, List.of(), List.of());
    }

    static Capability tap(String url, boolean obscore, boolean registry) {
        List<Detail> details = new ArrayList<>();
        if (obscore) {
            details.add(new Detail("/capability/dataModel", "ObsCore-1.1"));
            details.add(new Detail("/capability/dataModel/@ivo-id", OBSCORE));
        }
        if (registry) {
            details.add(new Detail("/capability/dataModel", "Registry 1.2"));
            details.add(new Detail("/capability/dataModel/@ivo-id", REGTAP));
        }
        details.add(new Detail("/capability/language/name", "ADQL"));
        details.add(new Detail("/capability/language/version/@ivo-id", "ivo://ivoa.net/std/ADQL#v2.1"));
        details.add(new Detail("/capability/uploadMethod/@ivo-id", "ivo://ivoa.net/std/TAPRegExt#upload-inline"));
        details.add(new Detail("/capability/outputFormat/mime", Decoys.VOTABLE));
        return new Capability("tr:tableaccess", TAP, "1.1", Decoys.VOTABLE, "base", url, List.of(), details);
    }
}

package org.volans.example.crossid.internal;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.PositionText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.Tables;

/** {@code volans crossid}. */
@Component(
        service = CliCommand.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            CliCommand.NAME + "=crossid",
            CliCommand.SUMMARY + "=find the objects of a catalogue near a position"
        })
@Command(
        description = "Finds the objects of a table of a TAP service near a position, the nearest first.",
        footer = "  volans crossid 240.484,46.768 --service " + Catalogue.SERVICE + " --table " + Catalogue.TABLE)
public final class CrossIdCommand implements CliCommand {

    private final CatalogueSearch search;

    @Parameters(paramLabel = "RA,DEC", description = "decimal degrees or sexagesimal, ICRS")
    String position = "";

    @Option(
            names = "--service",
            paramLabel = "URL",
            defaultValue = Catalogue.SERVICE,
            description = "base URL of the TAP service (default: ${DEFAULT-VALUE})")
    URI service = URI.create(Catalogue.SERVICE);

    @Option(
            names = "--table",
            paramLabel = "NAME",
            defaultValue = Catalogue.TABLE,
            description = "the catalogue there (default: ${DEFAULT-VALUE})")
    String table = Catalogue.TABLE;

    @Option(
            names = "--radius",
            paramLabel = "ARCSEC",
            defaultValue = Catalogue.RADIUS,
            description = "how far from the position (default: ${DEFAULT-VALUE})")
    double radius;

    /** Called by DS. */
    @Activate
    public CrossIdCommand(@Reference CatalogueSearch search) {
        this.search = search;
    }

    @Override
    public int run(CliContext context) throws VoException, IOException {
        Position at = Usage.read("RA,DEC", () -> PositionText.parse(position));
        Catalogue catalogue = Usage.read(() -> Catalogue.of(service, table, radius));
        Matches matches = search.near(catalogue, at, context.monitor());
        if (context.json()) {
            context.printJson(json(catalogue, at, matches));
        } else if (matches.table().getRowCount() > 0) {
            print(matches.table(), context);
        }
        if (matches.table().getRowCount() == 0) {
            context.err().println(catalogue + " has nothing within " + radius + " arcsec of " + at);
        }
        if (matches.cutOff()) {
            context.err().println(catalogue + " has more than these objects: ask with a smaller --radius");
        }
        return 0;
    }

    private static Map<String, Object> json(Catalogue catalogue, Position at, Matches matches) throws IOException {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        try (RowSequence rows = matches.table().getRowSequence()) {
            while (rows.next()) {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                for (int i = 0; i < matches.table().getColumnCount(); i++) {
                    object.put(matches.table().getColumnInfo(i).getName(), rows.getCell(i));
                }
                objects.add(object);
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("service", catalogue.service().toString());
        json.put("table", catalogue.table());
        json.put("position", at);
        json.put("radius_arcsec", catalogue.radius());
        json.put("overflow", matches.cutOff());
        json.put("matches", objects);
        return json;
    }

    private static void print(StarTable table, CliContext context) throws IOException {
        ColumnInfo[] infos = Tables.getColumnInfos(table);
        List<List<String>> texts = new ArrayList<>();
        try (RowSequence rows = table.getRowSequence()) {
            while (rows.next()) {
                List<String> text = new ArrayList<>();
                for (int i = 0; i < infos.length; i++) {
                    text.add(text(infos[i], rows.getCell(i)));
                }
                texts.add(text);
            }
        }
        context.printTable(Stream.of(infos).map(CrossIdCommand::heading).toList(), texts);
    }

    private static String text(ColumnInfo info, @Nullable Object cell) {
        boolean separation = info.getName().equals(CatalogueSearch.SEPARATION);
        return separation ? String.format(Locale.ROOT, "%.2f", cell) : info.formatValue(cell, 24);
    }

    private static String heading(ColumnInfo info) {
        String unit = info.getUnitString();
        return info.getName() + (unit == null || unit.isBlank() ? "" : " [" + unit + "]");
    }
}

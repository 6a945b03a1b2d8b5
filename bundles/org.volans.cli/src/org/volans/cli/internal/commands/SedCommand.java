package org.volans.cli.internal.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.cli.UsageException;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPlot;
import org.volans.api.sed.SedPoint;
import org.volans.api.sed.SedService;
import org.volans.api.table.TableService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.ac.starlink.table.StarTable;

/** {@code volans sed}. */
@Component(
        service = CliCommand.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            CliCommand.NAME + "=sed",
            CliCommand.SUMMARY + "=spectral energy distributions from the UCDs of a table"
        })
@Command(
        description = "Makes SEDs of the rows of a table from the UCDs of its photometry, and draws or lists them.",
        footer = {
            "  volans sed objects_colours.vot --row 1 -o first.png",
            "  volans sed objects_colours.vot --all -o points.csv"
        })
public final class SedCommand implements CliCommand {

    private final SedService seds;
    private final TableService tables;

    @Parameters(paramLabel = "TABLE", description = "a table with photometry")
    String table = "";

    @Option(names = "--row", paramLabel = "N", description = "the row, from 1")
    @Nullable
    Long row;

    @Option(names = "--all", description = "all rows")
    boolean all;

    @Option(
            names = "--context",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "the survey, if the table hides it")
    String context = "";

    @Option(names = "--x", defaultValue = "wavelength", description = "${COMPLETION-CANDIDATES}")
    SedPlot.XAxis xAxis = SedPlot.XAxis.WAVELENGTH;

    @Option(names = "--y", defaultValue = "fnu", description = "${COMPLETION-CANDIDATES}")
    SedPlot.YAxis yAxis = SedPlot.YAxis.FNU;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "picture (.png, .svg) or table (.csv, .vot) to write")
    @Nullable
    String out;

    /** Called by DS. */
    @Activate
    public SedCommand(@Reference SedService seds, @Reference TableService tables) {
        this.seds = seds;
        this.tables = tables;
    }

    @Override
    public int run(CliContext shell) throws VoException {
        check();
        StarTable data = tables.open(shell.path(table), "", shell.monitor());
        List<Sed> made = new ArrayList<>();
        for (long index : rows(data)) {
            made.add(seds.sed(data, index, context, shell.monitor()));
        }
        made.forEach(sed -> sed.problems()
                .forEach(p -> shell.err().println(sed.name() + ": " + p.column() + " left out: " + p.reason())));
        if (made.stream().allMatch(sed -> sed.points().isEmpty())) {
            throw new InputException(table + " has no photometry that can be used: a column needs a UCD such as"
                    + " phot.mag;em.opt.R, a value, and a filter that is known");
        }
        String file = out;
        if (file != null) {
            Path path = shell.path(file);
            seds.write(made, new SedPlot(xAxis, yAxis, 900, 600, ""), path, shell.monitor());
            shell.err().println(Texts.count(made.size(), "SED") + " written to " + path);
        }
        if (shell.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file == null ? null : shell.path(file));
            json.put("seds", made.stream().map(SedCommand::json).toList());
            shell.printJson(json);
        } else if (file == null) {
            print(made, shell);
        }
        return 0;
    }

    private void check() throws UsageException {
        String file = out;
        Usage.atLeast("--row", row, 1);
        Usage.require(row == null || !all, "--row is one row and --all are all: give one of them");
        Usage.require(
                file == null || SedService.ENDINGS.stream().anyMatch(file.toLowerCase(Locale.ROOT)::endsWith),
                "an SED is written as " + String.join(", ", SedService.ENDINGS) + ", not as '" + file + "'");
    }

    private List<Long> rows(StarTable data) throws InputException {
        List<Long> indices = new ArrayList<>();
        Long typed = row;
        if (all) {
            for (long i = 0; i < data.getRowCount(); i++) {
                indices.add(i);
            }
        } else if (typed != null) {
            indices.add(typed - 1);
        } else if (data.getRowCount() == 1) {
            indices.add(0L);
        } else {
            throw new InputException(
                    table + " has " + data.getRowCount() + " rows: say which one with --row N, or --all");
        }
        if (indices.isEmpty()) {
            throw new InputException(table + " has no rows");
        }
        return indices;
    }

    private static void print(List<Sed> seds, CliContext shell) {
        List<List<String>> rows = new ArrayList<>();
        for (Sed sed : seds) {
            for (SedPoint point : sed.points()) {
                rows.add(List.of(
                        sed.name(),
                        point.column(),
                        point.filter(),
                        number(point.wavelength()),
                        number(point.flux()),
                        Double.isNaN(point.error()) ? "" : number(point.error()),
                        point.original()));
            }
        }
        shell.printTable(
                List.of("object", "column", "filter", "wavelength [m]", "flux [Jy]", "error [Jy]", "was"), rows);
    }

    /** The units stand in the names, as in the tour's report. */
    private static Map<String, Object> json(Sed sed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", sed.name());
        json.put("position", sed.position());
        json.put("points", sed.points().stream().map(SedCommand::json).toList());
        json.put("left_out", sed.problems());
        return json;
    }

    private static Map<String, Object> json(SedPoint point) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("column", point.column());
        json.put("filter", point.filter());
        json.put("wavelength_m", point.wavelength());
        json.put("range_m", point.range());
        json.put("flux_jy", point.flux());
        json.put("error_jy", point.error());
        json.put("limit", point.limit());
        json.put("original", point.original());
        return json;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5e", value);
    }
}

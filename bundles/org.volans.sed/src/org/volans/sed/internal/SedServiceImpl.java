package org.volans.sed.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.sed.FilterProvider;
import org.volans.api.sed.PhotometricFilter;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPlot;
import org.volans.api.sed.SedPoint;
import org.volans.api.sed.SedService;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableCells;
import org.volans.api.table.TableService;
import uk.ac.starlink.table.StarTable;

/** SEDs from UCDs. */
@Component
public final class SedServiceImpl implements SedService {

    private final List<FilterProvider> filters;
    private final TableService tables;

    /** Called by DS, which promises no order; the provider of the highest service ranking is asked first. */
    @Activate
    public SedServiceImpl(
            @Reference(policyOption = ReferencePolicyOption.GREEDY)
                    List<Map.Entry<Map<String, Object>, FilterProvider>> providers,
            @Reference TableService tables) {
        this(
                tables,
                providers.stream()
                        .sorted(Comparator.comparingInt(entry -> -ranking(entry.getKey())))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    /** @param filters in the order in which they are asked */
    SedServiceImpl(TableService tables, List<FilterProvider> filters) {
        this.filters = List.copyOf(filters);
        this.tables = tables;
    }

    private static int ranking(Map<String, Object> properties) {
        return properties.get("service.ranking") instanceof Integer ranking ? ranking : 0;
    }

    @Override
    public Sed sed(StarTable table, long row, String context, IProgressMonitor monitor) throws InputException {
        if (row < 0 || row >= table.getRowCount()) {
            throw new InputException("the table has rows 1 to " + table.getRowCount() + ", not " + (row + 1));
        }
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        List<ColumnMeta> columns = PositionColumns.columns(table);
        String whole = context(table, columns, context);
        List<Photometry.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (Photometry.isBrightness(columns.get(i).ucd())) {
                outcomes.add(outcome(table, row, columns, i, whole));
            }
        }
        return new Sed(
                name(table, row, columns),
                position(table, row),
                outcomes.stream().flatMap(o -> o.point().stream()).toList(),
                outcomes.stream().flatMap(o -> o.problem().stream()).toList());
    }

    private Photometry.Outcome outcome(StarTable table, long row, List<ColumnMeta> columns, int index, String context)
            throws InputException {
        ColumnMeta column = columns.get(index);
        Optional<PhotometricFilter> filter =
                filters.stream().flatMap(p -> p.find(column, context).stream()).findFirst();
        if (filter.isEmpty()) {
            return Photometry.Outcome.problem(
                    column, "no filter is known for it (UCD " + column.ucd() + " names no band)");
        }
        Optional<ColumnMeta> error = Photometry.errorColumn(column, columns);
        double deviation = error.isPresent() ? number(table, row, columns.indexOf(error.get())) : Double.NaN;
        String original = String.valueOf(cell(table, row, index)).strip();
        Photometry.Outcome outcome =
                Photometry.convert(column, number(table, row, index), original, deviation, filter.get());
        Optional<ColumnMeta> flag = Photometry.limitColumn(column, columns);
        boolean limit = flag.isPresent()
                && Photometry.isUpperLimit(column, String.valueOf(cell(table, row, columns.indexOf(flag.get()))));
        return limit ? new Photometry.Outcome(outcome.point().map(SedPoint::asLimit), outcome.problem()) : outcome;
    }

    /** All that may say which survey the table is from. */
    private static String context(StarTable table, List<ColumnMeta> columns, String context) {
        String columnTexts =
                columns.stream().map(c -> c.name() + " " + c.description()).collect(Collectors.joining(" "));
        return String.join(" ", context, String.valueOf(table.getName()), columnTexts);
    }

    private static String name(StarTable table, long row, List<ColumnMeta> columns) throws InputException {
        OptionalInt main = find(
                columns, c -> c.ucd().primary().equals("meta.id") && c.ucd().has("meta.main"));
        OptionalInt any =
                main.isPresent() ? main : find(columns, c -> c.ucd().primary().equals("meta.id"));
        Object value = any.isPresent() ? cell(table, row, any.getAsInt()) : "row " + (row + 1);
        return String.valueOf(value).strip();
    }

    private static Optional<Position> position(StarTable table, long row) throws InputException {
        try {
            return PositionColumns.position(table, row);
        } catch (IOException e) {
            throw unreadable(row, e);
        }
    }

    private static InputException unreadable(long row, IOException e) {
        return new InputException("cannot read row " + (row + 1) + ": " + e.getMessage(), e);
    }

    private static OptionalInt find(List<ColumnMeta> columns, Predicate<ColumnMeta> test) {
        return IntStream.range(0, columns.size())
                .filter(i -> test.test(columns.get(i)))
                .findFirst();
    }

    private static double number(StarTable table, long row, int column) throws InputException {
        return cell(table, row, column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static @Nullable Object cell(StarTable table, long row, int column) throws InputException {
        try {
            return TableCells.cell(table, row, column);
        } catch (IOException e) {
            throw unreadable(row, e);
        }
    }

    @Override
    public void write(List<Sed> seds, SedPlot plot, Path out, IProgressMonitor monitor) throws InputException {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".png") || name.endsWith(".svg")) {
            if (seds.stream().allMatch(sed -> sed.points().isEmpty())) {
                throw new InputException("there is nothing to draw into " + out + ": no photometry could be used");
            }
            PlotWriter.write(SedChart.chart(seds, plot), plot, out, name.endsWith(".svg"));
        } else if (name.endsWith(".csv") || name.endsWith(".vot")) {
            tables.save(SedTable.of(seds), out, "", monitor);
        } else {
            throw new InputException("cannot write an SED to " + out + ": use .png, .svg, .csv or .vot");
        }
    }
}

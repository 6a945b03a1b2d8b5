package org.volans.example.photometry;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.VoException;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.PositionText;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent.Row;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.HandlerResult.Spectrum;
import org.volans.api.handler.HandlerResult.Warning;
import org.volans.api.handler.RowHandler;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;
import org.volans.api.sed.Sed;
import org.volans.api.sed.Sed.Problem;
import org.volans.api.sed.SedPoint;
import org.volans.api.spectral.SpectralUnits;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableService;
import org.volans.api.table.VotableDocument;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.Tables;

/**
 * All fluxes that a service knows at a row's position, for the row's SED. The service speaks like VizieR's: {@code
 * GET service?-c=RA,DEC&-c.rs=ARCSEC} gives a VOTable with the four columns below. Settings: {@code service}, its URL, and
 * {@code radius} in arcsec.
 */
@Component(property = {Handler.ID + "=org.volans.example.photometry", Handler.LABEL + "=Fluxes at the position"})
public final class FluxesAtPosition implements RowHandler {

    private static final List<String> COLUMNS = List.of("sed_freq", "sed_flux", "sed_eflux", "sed_filter");

    @Reference
    HttpService http;

    @Reference
    TableService tables;

    @Override
    public boolean accepts(Row event) {
        return PositionColumns.of(event.table().table()).isPresent();
    }

    @Override
    public List<HandlerResult> handle(Row event, HandlerContext context, IProgressMonitor monitor) throws VoException {
        String service = context.setting("service", "https://vizier.cds.unistra.fr/viz-bin/sed");
        try {
            Position at = PositionColumns.position(event.table().table(), event.row())
                    .orElseThrow(() -> new InputException("the row has no position to ask " + service + " for"));
            String where = PositionText.degrees(at, 6).replace(' ', ',');
            List<Field> query = List.of(new Field("-c", where), new Field("-c.rs", context.setting("radius", "3")));
            try (HttpAnswer answer = http.send(HttpCall.get(URI.create(service), query), monitor)) {
                return List.of(sed(service, at, tables.readVotable(answer.body(), service, monitor)));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException("cannot ask " + service + ": " + e.getMessage(), e);
        }
    }

    /** Fluxes that are no positive number in a known unit are the SED's problems. */
    private HandlerResult sed(String service, Position at, VotableDocument sent) throws IOException, VoException {
        String fault = service + ": " + sent.error().orElse("no table with columns " + COLUMNS);
        StarTable table = sent.table().orElseThrow(() -> new ProtocolException(fault));
        ColumnInfo[] infos = Tables.getColumnInfos(table);
        List<String> names = Stream.of(infos).map(ColumnInfo::getName).toList();
        if (!names.containsAll(COLUMNS)) {
            throw new ProtocolException(fault);
        }
        String spectral = Objects.toString(infos[names.indexOf("sed_freq")].getUnitString(), "GHz");
        String unit = Objects.toString(infos[names.indexOf("sed_flux")].getUnitString(), "Jy");
        double jansky = Map.of("Jy", 1.0, "mJy", 1e-3, "uJy", 1e-6).getOrDefault(unit, Double.NaN);
        List<SedPoint> points = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (long row = 0; row < table.getRowCount(); row++) {
            double frequency = number(table.getCell(row, names.indexOf("sed_freq")));
            double flux = jansky * number(table.getCell(row, names.indexOf("sed_flux")));
            double error = jansky * number(table.getCell(row, names.indexOf("sed_eflux")));
            String filter = String.valueOf(table.getCell(row, names.indexOf("sed_filter")));
            String original = table.getCell(row, names.indexOf("sed_flux")) + " " + unit;
            Optional.of(frequency)
                    .filter(f -> f > 0 && flux > 0)
                    .flatMap(f -> SpectralUnits.toMetres(new Interval(f, f), spectral))
                    .ifPresentOrElse(
                            b -> points.add(new SedPoint("sed_flux", filter, b.low(), b, flux, error, original, false)),
                            () -> problems.add(new Problem(filter, original + " at " + frequency + " " + spectral)));
        }
        Sed sed = new Sed(at.toString(), Optional.of(at), points, problems);
        return points.isEmpty() ? new Warning(service + " has no usable flux near " + at) : new Spectrum(sed);
    }

    private static double number(@Nullable Object cell) {
        return cell instanceof Number n && Double.isFinite(n.doubleValue()) ? n.doubleValue() : Double.NaN;
    }
}

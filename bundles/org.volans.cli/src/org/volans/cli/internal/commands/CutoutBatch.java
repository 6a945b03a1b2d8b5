package org.volans.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliContext;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.SodaOutcome;
import org.volans.api.datalink.SodaRequest;
import org.volans.api.datalink.SodaService;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Position;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableService;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

/** {@code volans cutout --each}: a folder of cutouts that a second run completes. */
final class CutoutBatch {

    private static final String MANIFEST = "manifest.csv";

    private final SodaService soda;
    private final TableService tables;
    private final CliContext context;

    CutoutBatch(SodaService soda, TableService tables, CliContext context) {
        this.soda = soda;
        this.tables = tables;
        this.context = context;
    }

    /** One line of the manifest. */
    record Line(int number, Position position, String status, String file, long bytes, String message) {

        boolean failed() {
            return status.equals("failed");
        }
    }

    int run(LinkRow service, Path objects, double radius, List<Interval> bands, Duration timeout, Path folder)
            throws VoException {
        List<Position> positions =
                PositionColumns.positions(tables.open(objects, "", context.monitor()), objects.toString());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InputException("cannot make the folder " + folder + ": " + e.getMessage(), e);
        }
        context.monitor().beginTask("cutouts", positions.size());
        List<Line> lines = all(
                positions,
                position -> new SodaRequest(
                        service.descriptor().orElseThrow(),
                        service.id(),
                        List.of(new Circle(position, radius)),
                        bands,
                        List.of(),
                        List.of(),
                        timeout),
                folder);
        tables.save(manifest(lines), folder.resolve(MANIFEST), "csv", context.monitor());
        return conclude(lines, folder);
    }

    private List<Line> all(
            List<Position> positions, java.util.function.Function<Position, SodaRequest> request, Path folder) {
        List<Future<Line>> running = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < positions.size(); i++) {
                int number = i + 1;
                Position position = positions.get(i);
                running.add(threads.submit(() -> one(number, position, request.apply(position), folder)));
            }
            for (Future<Line> line : running) {
                lines.add(line.get());
            }
            return lines;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Line one(int number, Position position, SodaRequest request, Path folder) {
        String name = name(number, position, request);
        Path file = folder.resolve(name);
        try {
            if (Files.isRegularFile(file)) {
                return new Line(number, position, "kept", name, Files.size(file), "was there already");
            }
            return switch (soda.cutout(request, file, context.monitor())) {
                case SodaOutcome.Data data -> new Line(number, position, "ok", name, data.bytes(), "");
                case SodaOutcome.NoOverlap nothing ->
                    new Line(number, position, "nothing there", "", 0, nothing.message());
            };
        } catch (VoException | IOException e) {
            return new Line(number, position, "failed", "", 0, String.valueOf(e.getMessage()));
        } finally {
            context.monitor().worked(1);
        }
    }

    /** What was asked is part of the name: a run with another size, band or image must not take these for its own. */
    private static String name(int number, Position position, SodaRequest request) {
        double radius = request.regions().get(0).boundingCircle().radius();
        String rest = request.service().getAccessUrl() + " " + request.id() + " " + request.bands();
        return String.format(
                Locale.ROOT,
                "%04d_%.5f%+.5f_r%.5f_%08x.fits",
                number,
                position.ra(),
                position.dec(),
                radius,
                rest.hashCode());
    }

    private int conclude(List<Line> lines, Path folder) throws InputException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        lines.forEach(line -> counts.merge(line.status(), 1, Integer::sum));
        if (context.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("folder", folder);
            json.put("cutouts", lines);
            context.printJson(json);
        }
        List<String> words = new ArrayList<>();
        counts.forEach((status, count) -> words.add(count + " " + status));
        context.err().println(String.join(", ", words) + "; see " + folder.resolve(MANIFEST));
        long failed = lines.stream().filter(Line::failed).count();
        if (failed > 0) {
            String first = lines.stream()
                    .filter(Line::failed)
                    .findFirst()
                    .map(Line::message)
                    .orElse("");
            throw new InputException(failed + " of " + lines.size() + " cutouts failed, the first with: " + first);
        }
        return 0;
    }

    private static RowListStarTable manifest(List<Line> lines) {
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {
            new ColumnInfo("number", Integer.class, "row of the table of positions, from 1"),
            new ColumnInfo("ra", Double.class, "degrees, ICRS"),
            new ColumnInfo("dec", Double.class, "degrees, ICRS"),
            new ColumnInfo("status", String.class, "ok, kept, nothing there, failed"),
            new ColumnInfo("file", String.class, "in this folder"),
            new ColumnInfo("bytes", Long.class, "size of the file"),
            new ColumnInfo("message", String.class, "the service's words")
        });
        table.setName("cutouts");
        lines.forEach(line -> table.addRow(new Object[] {
            line.number(),
            line.position().ra(),
            line.position().dec(),
            line.status(),
            line.file(),
            line.bytes(),
            line.message()
        }));
        return table;
    }
}

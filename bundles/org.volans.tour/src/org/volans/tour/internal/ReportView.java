package org.volans.tour.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.api.inquiry.Exchange;
import org.volans.api.sed.Sed;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;

/** The report as the HTML template wants it: texts, ready to show. */
final class ReportView {

    /** Rows of discovery on the page; all are in the file. */
    private static final int SHOWN_ROWS = 40;

    private static final List<String> DISCOVERY_COLUMNS = List.of(
            "position_index",
            "service_name",
            "obs_collection",
            "obs_title",
            "dataproduct_type",
            "em_min",
            "em_max",
            "access_format",
            "access_url");

    private final TourReport report;

    ReportView(TourReport report) {
        this.report = report;
    }

    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("started", report.started().replace('T', ' ').replace("Z", " UTC"));
        model.put("registry", report.options().registry().toString());
        model.put("sky", report.sky());
        model.put("seconds", seconds(report.elapsed()));
        model.put("tiles", tiles());
        model.put(
                "verdict",
                report.verdict()
                        .map(v -> Map.of("class", v.same() ? "ok" : "warning", "text", v.sentence()))
                        .orElse(Map.of()));
        model.put("hasVerdict", report.verdict().isPresent());
        model.put(
                "steps",
                IntStream.range(0, report.steps().size()).mapToObj(this::step).toList());
        model.put("cards", report.targets().stream().map(this::card).toList());
        report.colours()
                .ifPresent(c -> model.put(
                        "colours",
                        table(c.table(), allColumns(c.table()), c.table().getRowCount())));
        report.discovery().ifPresent(d -> model.put("discovery", discovery(d.table())));
        model.put("hasColours", report.colours().isPresent());
        model.put("hasDiscovery", report.discovery().isPresent());
        return model;
    }

    private List<Map<String, Object>> tiles() {
        List<Map<String, Object>> tiles = new ArrayList<>();
        tiles.add(tile(report.objects().positions().size(), "positions"));
        report.colours().ifPresent(c -> tiles.add(tile(c.table().getRowCount(), "photometry rows")));
        report.discovery().ifPresent(d -> {
            long answered = d.outcomes().stream()
                    .filter(o -> o instanceof ServiceOutcome.Answered)
                    .count();
            int sets = d.outcomes().stream()
                    .mapToInt(o -> o instanceof ServiceOutcome.Answered a ? a.dataSets() : 0)
                    .sum();
            tiles.add(tile(
                    sets, "data sets in " + answered + " of " + d.outcomes().size() + " services"));
        });
        tiles.add(tile(
                report.targets().stream()
                        .filter(t -> report.cutout(t).flatMap(Cutout::file).isPresent())
                        .count(),
                "cutouts"));
        tiles.add(tile(report.seds().stream().filter(s -> !s.points().isEmpty()).count(), "SEDs"));
        tiles.add(Map.of("value", seconds(report.elapsed()), "label", "seconds in all"));
        return tiles;
    }

    private static Map<String, Object> tile(long value, String label) {
        return Map.of("value", Long.toString(value), "label", label);
    }

    private Map<String, Object> step(int index) {
        Step step = report.steps().get(index);
        double whole = Math.max(1e-3, report.elapsed().toMillis());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("number", index + 1);
        model.put("id", step.id());
        model.put("title", step.title());
        model.put("class", step.status().name().toLowerCase(Locale.ROOT));
        model.put("seconds", seconds(step.elapsed()));
        model.put("left", percent(step.start().toMillis() / whole));
        model.put("width", percent(Math.max(0.004, step.elapsed().toMillis() / whole)));
        model.put("failure", step.failure());
        model.put("notes", step.notes());
        model.put("warnings", step.warnings());
        model.put(
                "exchanges", step.exchanges().stream().map(ReportView::exchange).toList());
        return model;
    }

    private static Map<String, Object> exchange(Exchange exchange) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("service", exchange.service());
        model.put("url", exchange.url());
        model.put("query", exchange.query());
        model.put("long", exchange.query().contains("\n") || exchange.query().length() > 60);
        model.put("class", Step.status(exchange).name().toLowerCase(Locale.ROOT));
        model.put("answer", exchange.answer());
        model.put("seconds", String.format(Locale.ROOT, "%.2f", exchange.seconds()));
        return model;
    }

    private Map<String, Object> card(Target target) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("number", target.number());
        model.put("name", target.name());
        model.put("position", target.position().toString());
        model.put("file", target.fileName());
        report.cutout(target).ifPresent(cutout -> {
            model.put("hasCutout", cutout.file().isPresent());
            model.put("hasPicture", report.drawn().contains(target.number()));
            model.put(
                    "cutoutText",
                    cutout.file().isPresent()
                            ? String.format(
                                    Locale.ROOT,
                                    "circle of %.1f\u2033 radius (%s)",
                                    cutout.circle().radius() * 3600,
                                    cutout.sizeBy())
                            : cutout.message());
        });
        boolean hasSed = report.seds().size() >= target.number();
        model.put(
                "hasSed",
                hasSed && !report.seds().get(target.number() - 1).points().isEmpty());
        model.put("points", hasSed ? points(report.seds().get(target.number() - 1)) : "");
        return model;
    }

    private static String points(Sed sed) {
        return sed.points().stream()
                .map(p -> p.column() + " " + p.original())
                .reduce((a, b) -> a + " \u00b7 " + b)
                .orElse("no photometry");
    }

    private static List<Integer> allColumns(StarTable table) {
        return IntStream.range(0, table.getColumnCount()).boxed().toList();
    }

    private static Map<String, Object> discovery(StarTable table) {
        List<Integer> columns = DISCOVERY_COLUMNS.stream()
                .map(name -> Cells.column(table, name))
                .filter(java.util.OptionalInt::isPresent)
                .map(java.util.OptionalInt::getAsInt)
                .toList();
        long shown = Math.min(SHOWN_ROWS, table.getRowCount());
        Map<String, Object> model = new LinkedHashMap<>(table(table, columns, shown));
        model.put("shown", shown);
        model.put("all", table.getRowCount());
        return model;
    }

    private static Map<String, Object> table(StarTable table, List<Integer> columns, long rows) {
        List<Map<String, Object>> heads =
                columns.stream().map(c -> head(table.getColumnInfo(c))).toList();
        List<Map<String, Object>> body = LongStream.range(0, rows)
                .mapToObj(row -> Map.<String, Object>of(
                        "cells", columns.stream().map(c -> cell(table, row, c)).toList()))
                .toList();
        return Map.of("heads", heads, "rows", body);
    }

    private static Map<String, Object> head(ColumnInfo info) {
        String unit = info.getUnitString() == null ? "" : info.getUnitString();
        String ucd = info.getUCD() == null ? "" : info.getUCD();
        String about = info.getDescription() == null ? "" : info.getDescription();
        return Map.of("name", String.valueOf(info.getName()), "unit", unit, "about", (about + " " + ucd).strip());
    }

    private static Map<String, Object> cell(StarTable table, long row, int column) {
        Object value = Cells.cell(table, row, column);
        String text = Cells.display(value);
        return Map.of(
                "text",
                text,
                "number",
                value instanceof Number,
                "link",
                text.startsWith("http://") || text.startsWith("https://"));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * Math.min(1, share));
    }
}

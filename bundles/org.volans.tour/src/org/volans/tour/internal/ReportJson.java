package org.volans.tour.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.api.inquiry.Exchange;
import org.volans.api.photometry.PhotometryMatches;
import org.volans.api.sed.Sed;

/** The report as plain maps and lists, which is what {@code tour.json} holds and {@code --json} prints. */
final class ReportJson {

    private ReportJson() {}

    static Map<String, Object> of(TourReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("started", report.started());
        json.put("seconds", report.elapsed().toMillis() / 1000.0);
        json.put("registry", report.options().registry().toString());
        json.put("embedded_sky", report.sky());
        json.put("positions", report.objects().positions().size());
        json.put("options", options(report.options()));
        json.put("steps", report.steps().stream().map(ReportJson::step).toList());
        report.colours().ifPresent(c -> json.put("photometry", photometry(c)));
        report.verdict()
                .ifPresent(v -> json.put(
                        "published_answer",
                        Map.of("same", v.same(), "sentence", v.sentence(), "differences", v.differences())));
        report.discovery().ifPresent(d -> json.put("discovery", discovery(d)));
        json.put(
                "targets", report.targets().stream().map(t -> target(report, t)).toList());
        return json;
    }

    private static Map<String, Object> options(TourOptions options) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("keyword", options.keyword());
        json.put("match_radius_arcsec", options.matchRadius() * 3600);
        json.put("waveband", options.waveband());
        json.put("mosaic_table", options.mosaicTable());
        json.put("source_table", options.sourceTable());
        json.put("source_radius_arcsec", options.sourceRadius() * 3600);
        json.put("timeout_seconds", options.timeout().toSeconds());
        return json;
    }

    private static Map<String, Object> step(Step step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", step.id());
        json.put("title", step.title());
        json.put("status", step.status().name());
        json.put("start_seconds", step.start().toMillis() / 1000.0);
        json.put("seconds", step.elapsed().toMillis() / 1000.0);
        json.put("failure", step.failure());
        json.put("notes", step.notes());
        json.put("warnings", step.warnings());
        json.put(
                "exchanges", step.exchanges().stream().map(ReportJson::exchange).toList());
        return json;
    }

    private static Map<String, Object> exchange(Exchange exchange) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("service", exchange.service());
        json.put("url", exchange.url());
        json.put("query", exchange.query());
        json.put("status", Step.status(exchange).name());
        json.put("answer", exchange.answer());
        json.put("seconds", exchange.seconds());
        return json;
    }

    private static Map<String, Object> photometry(PhotometryMatches colours) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", "objects_colours.vot");
        json.put("rows", colours.table().getRowCount());
        json.put("table", colours.source().table().name());
        json.put("resource", colours.source().resource());
        json.put("ivoid", colours.source().ivoid());
        json.put("service", colours.source().service().toString());
        return json;
    }

    private static Map<String, Object> discovery(DiscoveryReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", "discovery.vot");
        json.put("rows", report.table().getRowCount());
        json.put("services", report.outcomes().stream().map(ReportJson::outcome).toList());
        return json;
    }

    private static Map<String, Object> outcome(ServiceOutcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", outcome.service().name());
        json.put("ivoid", outcome.service().ivoid());
        json.put("url", outcome.service().url().toString());
        json.put("seconds", outcome.elapsed().toMillis() / 1000.0);
        switch (outcome) {
            case ServiceOutcome.Answered a -> {
                json.put("answered", true);
                json.put("data_sets", a.dataSets());
                json.put("matches", a.matches());
                json.put("overflow", a.overflow());
                json.put("note", a.note());
            }
            case ServiceOutcome.Failed f -> {
                json.put("answered", false);
                json.put("timed_out", f.timedOut());
                json.put("message", f.message());
            }
        }
        return json;
    }

    private static Map<String, Object> target(TourReport report, Target target) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", target.number());
        json.put("name", target.name());
        json.put("object", target.object() + 1);
        json.put("ra", target.position().ra());
        json.put("dec", target.position().dec());
        report.cutout(target)
                .ifPresent(c ->
                        json.put("cutout", cutout(target, c, report.drawn().contains(target.number()))));
        if (report.seds().size() >= target.number()) {
            json.put("sed", sed(target, report.seds().get(target.number() - 1)));
        }
        return json;
    }

    private static Map<String, Object> cutout(Target target, Cutout cutout, boolean drawn) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", cutout.status().name());
        json.put("radius_deg", cutout.circle().radius());
        json.put("size_by", cutout.sizeBy());
        json.put("request", cutout.request());
        json.put("message", cutout.message());
        json.put("bytes", cutout.bytes());
        json.put("seconds", cutout.seconds());
        if (cutout.file().isPresent()) {
            json.put("fits", "cutouts/" + target.fileName() + ".fits");
        }
        if (drawn) {
            json.put("png", "cutouts/" + target.fileName() + ".png");
        }
        return json;
    }

    private static Map<String, Object> sed(Target target, Sed sed) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (!sed.points().isEmpty()) {
            json.put("png", "seds/" + target.fileName() + ".png");
            json.put("csv", "seds/" + target.fileName() + ".csv");
        }
        List<Map<String, Object>> points = sed.points().stream()
                .map(p -> {
                    Map<String, Object> point = new LinkedHashMap<>();
                    point.put("column", p.column());
                    point.put("filter", p.filter());
                    point.put("wavelength_m", p.wavelength());
                    point.put("flux_jy", p.flux());
                    point.put("error_jy", Double.isFinite(p.error()) ? (Object) p.error() : null);
                    point.put("original", p.original());
                    return point;
                })
                .toList();
        json.put("points", points);
        json.put(
                "left_out",
                sed.problems().stream()
                        .map(p -> Map.of("column", p.column(), "reason", p.reason()))
                        .toList());
        return json;
    }
}

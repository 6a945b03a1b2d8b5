package org.volans.tour.internal;

import com.google.gson.GsonBuilder;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.volans.api.OutputException;
import org.volans.api.io.WholeFile;

/** Writes {@code index.html}, which opens from disk and needs nothing from elsewhere, and {@code tour.json}. */
final class ReportWriter {

    private static final String TEMPLATE = "report.html";

    private final TourReport report;

    ReportWriter(TourReport report) {
        this.report = report;
    }

    void write(OutputFolder folder) throws OutputException {
        try {
            String json = new GsonBuilder()
                    .setPrettyPrinting()
                    .serializeNulls()
                    .disableHtmlEscaping()
                    .create()
                    .toJson(ReportJson.of(report));
            Files.writeString(folder.file("tour.json"), json, StandardCharsets.UTF_8);
            Files.writeString(folder.file("index.html"), html(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new OutputException("cannot write the report: " + WholeFile.reason(e), e);
        }
    }

    private String html() throws IOException {
        try (InputStream stream = ReportWriter.class.getResourceAsStream(TEMPLATE)) {
            if (stream == null) {
                throw new IllegalStateException(TEMPLATE + " is missing from the bundle");
            }
            Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
            return Mustache.compiler()
                    .escapeHTML(true)
                    .defaultValue("")
                    .emptyStringIsFalse(true)
                    .compile(reader)
                    .execute(new ReportView(report).model());
        }
    }
}

package org.volans.sdk.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.ResultViewer;
import org.volans.api.table.TableService;

/** Keeps the tables that one handler gives as CSV in a folder, in place of opening them. */
@Component(property = "service.ranking:Integer=10")
public final class TablesAsCsv implements ResultViewer {

    private final TableService tables;
    private final Path folder;

    /** As declarative services make it. */
    @Activate
    public TablesAsCsv(@Reference TableService tables) {
        this(tables, Path.of(System.getProperty("user.home"), "selected"));
    }

    TablesAsCsv(TableService tables, Path folder) {
        this.tables = tables;
        this.folder = folder;
    }

    @Override
    public boolean shows(String handler, HandlerResult result) {
        return handler.equals("org.example.selected") && result instanceof HandlerResult.Table;
    }

    @Override
    public List<Path> show(HandlerEvent event, String handler, HandlerResult result, IProgressMonitor monitor)
            throws VoException {
        HandlerResult.Table made = (HandlerResult.Table) result;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new OutputException("the folder '" + folder + "' cannot be made", e);
        }
        Path file = folder.resolve(UUID.randomUUID() + ".csv");
        tables.save(made.table(), file, "csv", monitor);
        return List.of(file);
    }
}

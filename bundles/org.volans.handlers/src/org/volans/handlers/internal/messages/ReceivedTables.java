package org.volans.handlers.internal.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerService;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;
import org.volans.api.table.SharedTable;
import org.volans.api.table.TableFile;
import org.volans.api.table.TableService;
import org.volans.handlers.internal.Host;
import uk.ac.starlink.table.StarTable;

/** Takes in tables that other programs send, whole or not at all. Safe for concurrent use. */
@Component(service = ReceivedTables.class)
public final class ReceivedTables {

    private static final Pattern TOLD_BY_NAME =
            Pattern.compile("\\.((?:csv|tsv|tab|tst|ecsv|ipac|tbl)(?:\\.(?:gz|bz2|z))?)$", Pattern.CASE_INSENSITIVE);

    private final Download download;
    private final TableService tables;
    private final KnownTables known;
    private final PendingLoads pending;
    private final HandlerService handlers;
    private final Host host;

    /** Makes it. */
    @Activate
    public ReceivedTables(
            @Reference Download download,
            @Reference TableService tables,
            @Reference KnownTables known,
            @Reference PendingLoads pending,
            @Reference HandlerService handlers,
            @Reference Host host) {
        this.download = download;
        this.tables = tables;
        this.known = known;
        this.pending = pending;
        this.handlers = handlers;
        this.host = host;
    }

    /**
     * Loads the table that a message tells of, makes it known and runs the handlers for it.
     *
     * @param message with {@code url} and perhaps {@code table-id} or {@code spectrum-id}, and {@code name}
     * @return when the handlers are done
     * @throws VoException when it cannot be loaded: then nothing has changed
     */
    SampReply take(SampMessage message, SampClient sender, IProgressMonitor monitor) throws VoException {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        SharedTable table = takeIn(message, sender, progress.newChild(1));
        return new Replies(handlers).received(handlers.run(event(table, message, sender), progress.newChild(1)));
    }

    /**
     * The table that a message means. One that was never sent is loaded from the message's URL, and the handlers run for it:
     * who highlights rows in TOPCAT need not have sent the table.
     *
     * @param message with {@code table-id} or {@code url}
     * @throws VoException when there is no such table, nor one at the URL
     */
    SharedTable meant(SampMessage message, SampClient sender, IProgressMonitor monitor) throws VoException {
        SampMessage tidy = Params.tidy(message);
        SubMonitor progress = SubMonitor.convert(monitor, 3);
        Optional<SharedTable> there = known.find(tidy, sender, progress.newChild(1));
        if (there.isPresent()) {
            return there.get();
        }
        String words = "no table with " + TableName.needed(tidy).words();
        if (tidy.text("url").isEmpty()) {
            throw new InputException(words + "; send it first");
        }
        SharedTable table;
        try {
            table = takeIn(message, sender, progress.newChild(1));
        } catch (VoException e) {
            throw new InputException(words + "; send it first (" + e.getMessage() + ")", e);
        }
        handlers.run(event(table, message, sender), progress.newChild(1));
        return table;
    }

    private SharedTable takeIn(SampMessage message, SampClient sender, IProgressMonitor monitor) throws VoException {
        SampMessage tidy = Params.tidy(message);
        try (PendingLoads.Load load = pending.begin(message, sender)) {
            SharedTable table = load(tidy, Source.of(tidy.needed("url"), sender), monitor);
            known.put(table, sender);
            return table;
        }
    }

    private static HandlerEvent event(SharedTable table, SampMessage message, SampClient sender) {
        return new HandlerEvent.Table(table, new EventSource.Program(sender, message.mtype()));
    }

    private SharedTable load(SampMessage message, Source source, IProgressMonitor monitor) throws VoException {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        return switch (source) {
            case Source.Local local -> open(message, source, local.file(), progress);
            case Source.Remote remote -> {
                String ending = ending(remote.name());
                Path file = host.temporaryFile(stem(remote.name(), ending), ending.isEmpty() ? "dat" : ending);
                try {
                    download.to(remote.url(), file, progress.newChild(1));
                    yield open(message, source, file, progress.newChild(1));
                } catch (VoException | RuntimeException e) {
                    delete(file, e);
                    throw e;
                }
            }
        };
    }

    /** That of a file whose content does not tell its format; for all others the content decides, whatever the message says. */
    private static String ending(String name) {
        Matcher matcher = TOLD_BY_NAME.matcher(name);
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static String stem(String name, String ending) {
        return ending.isEmpty()
                ? name.replaceFirst("\\.\\w{1,7}$", "")
                : name.substring(0, name.length() - ending.length() - 1);
    }

    private static void delete(Path file, Exception reason) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private SharedTable open(SampMessage message, Source source, Path file, IProgressMonitor monitor)
            throws InputException {
        TableFile read;
        try {
            read = tables.openFile(file, "", monitor);
        } catch (InputException e) {
            throw FileWords.renamed(e, file, source);
        }
        StarTable table = read.tables().get(0);
        return new SharedTable(
                TableName.of(message).id(),
                Optional.of(source.url()),
                message.text("name").orElseGet(() -> name(table, file, source)),
                table,
                read.document(),
                Optional.of(file),
                "");
    }

    /** A file of this machine has a name that its user knows; what is served by a program often has none. */
    private static String name(StarTable table, Path file, Source source) {
        @Nullable String name = table.getName();
        // that of the file that it is stored in here says nothing
        boolean given = name != null
                && !name.isBlank()
                && !name.startsWith(String.valueOf(file.getFileName()))
                && source instanceof Source.Remote;
        return given && name != null ? name : source.name();
    }
}

package org.volans.cli.internal.commands;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.cli.UsageException;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;
import org.volans.api.table.TableService;
import org.volans.api.table.VotableDocument;
import org.volans.cli.internal.WebUrl;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code (TABLE --row N | SERVICE ID…)}: where links come from. For use as a picocli mixin. */
final class LinkSource {

    /** Enough to see a VOTable's first tag behind a declaration and comments. */
    private static final int HEAD = 4096;

    @Parameters(index = "0", paramLabel = "TABLE|SERVICE", description = "a table file, or a Datalink service")
    String place = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ID", description = "identifiers, for a service")
    List<String> ids = new ArrayList<>();

    @Option(names = "--row", paramLabel = "N", description = "row of the table, from 1")
    @Nullable
    Long row;

    /** Nothing is read and nobody asked. */
    void check() throws UsageException {
        Usage.given("TABLE|SERVICE", place);
        for (String id : ids) {
            Usage.given("ID", id);
        }
        Usage.atLeast("--row", row, 1);
        boolean service = !ids.isEmpty() || WebUrl.is(place);
        Usage.require(
                row == null || !service,
                "--row is for a table, but '" + place + "' is a service: leave one of them out");
        if (service) {
            Resolver.check(place);
        }
    }

    /** All links of the row, or of the identifiers. */
    List<LinkRow> links(DatalinkService datalink, TableService tables, RegistryService registry, CliContext context)
            throws VoException {
        if (!ids.isEmpty()) {
            URI service = Resolver.resolve(place, ServiceType.DATALINK, registry, context);
            return datalink.links(LinksRequest.of(service, ids), context.monitor());
        }
        if (WebUrl.is(place)) {
            // a links URL as tables hold it: it names its identifier itself
            return datalink.links(new LinksRequest(Resolver.url(place), List.of()), context.monitor());
        }
        VotableDocument document = document(context.path(place), tables, context);
        return links(document, number(document), datalink, context);
    }

    private List<LinkRow> links(VotableDocument document, long index, DatalinkService datalink, CliContext context)
            throws VoException {
        LinksRequest request = datalink.requestFor(document, index)
                .orElseThrow(() -> new InputException("row " + (index + 1) + " of " + place
                        + " leads to no links: it has neither a Datalink descriptor nor an ObsCore access_url that is"
                        + " one"));
        return datalink.links(request, context.monitor());
    }

    private long number(VotableDocument document) throws InputException {
        long rows = document.table()
                .orElseThrow(() -> new InputException(place + " holds no table"))
                .getRowCount();
        Long typed = row;
        if (typed == null && rows != 1) {
            throw new InputException(place + " has " + rows + " rows: say which one with --row N");
        }
        long number = typed == null ? 1 : typed;
        if (number > rows) {
            throw new InputException(place + " has rows 1 to " + rows + ", not " + number);
        }
        return number - 1;
    }

    /** A VOTable with its descriptors; any other table without. */
    static VotableDocument document(Path file, TableService tables, CliContext context) throws VoException {
        if (Files.isRegularFile(file) && isVotable(file)) {
            try (InputStream stream = open(file)) {
                return tables.readVotable(stream, file.toString(), context.monitor());
            } catch (IOException e) {
                throw new InputException("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return new VotableDocument(List.of(tables.open(file, "", context.monitor())), List.of(), List.of());
    }

    private static boolean isVotable(Path file) throws InputException {
        try (InputStream stream = open(file)) {
            return new String(stream.readNBytes(HEAD), StandardCharsets.UTF_8).contains("VOTABLE");
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(Files.newInputStream(file));
        stream.mark(2);
        boolean zipped = stream.read() == 0x1f && stream.read() == 0x8b;
        stream.reset();
        return zipped ? new GZIPInputStream(stream) : stream;
    }
}

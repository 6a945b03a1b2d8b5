package org.volans.cli.internal.commands;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.image.NoImageException;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampReply;
import org.volans.api.table.SharedTable;
import org.volans.api.table.TableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code volans samp send}. */
@Command(
        name = "send",
        description = {
            "Sends a table or a FITS image to one program, or to all that take it.",
            "A table in a format other than VOTable and FITS, or the first of several in a file, is sent as a"
                    + " VOTable, which stays in the folder for temporary files."
        },
        footer = {"  volans samp send objects.vot --to topcat", "  volans samp send cutout.fits --to aladin"})
final class SampSend implements CliCommand {

    /** What is to be sent. */
    enum Kind {
        /** What the file is: an image if it is a FITS file with one. */
        AUTO,
        /** A table. */
        TABLE,
        /** A FITS image. */
        IMAGE
    }

    private final SampCommand.Services services;

    @Parameters(paramLabel = "FILE", description = "a table or a FITS image")
    String file = "";

    @Mixin
    final ToOption to = new ToOption();

    @Option(names = "--as", defaultValue = "auto", description = "${COMPLETION-CANDIDATES} (default: auto)")
    Kind kind = Kind.AUTO;

    @Option(names = "--name", paramLabel = "TEXT", description = "what to call it there (default: the file's name)")
    @Nullable
    String name;

    SampSend(SampCommand.Services services) {
        this.services = services;
    }

    @Override
    public int run(CliContext context) throws VoException {
        Path path = context.path(file).toAbsolutePath();
        String wanted = name;
        String called = wanted != null ? wanted : String.valueOf(path.getFileName());
        try (SampSession session = SampSession.join(services.samp(), context.monitor())) {
            Optional<SampClient> client = to.client(services.samp());
            boolean image = isImage(path, context);
            Map<SampClient, SampReply> replies = image
                    ? services.sender().image(path, called, client, context.monitor())
                    : table(path, called, client, context);
            return SampSession.report(replies, image ? "FITS images" : "tables", context);
        }
    }

    private boolean isImage(Path path, CliContext context) throws InputException {
        if (kind == Kind.TABLE || kind == Kind.AUTO && !isFits(path)) {
            return false;
        }
        try {
            return !services.images().open(path, context.monitor()).isEmpty();
        } catch (NoImageException e) {
            if (kind == Kind.IMAGE) {
                throw e;
            }
            return false;
        }
    }

    /** By its first card (FITS 4.0, section 4.4.1.1); what cannot be read is told when it is opened as a table. */
    private static boolean isFits(Path path) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(9), StandardCharsets.US_ASCII).equals("SIMPLE  =");
        } catch (IOException e) {
            return false;
        }
    }

    private Map<SampClient, SampReply> table(Path path, String called, Optional<SampClient> client, CliContext context)
            throws VoException {
        TableFile read = services.tables().openFile(path, "", context.monitor());
        // of several tables in a file the sender would write one that ends with this program
        boolean asItStands = read.tables().size() == 1
                && (read.format().startsWith("votable") || read.format().startsWith("fits"));
        if (asItStands) {
            return send(read, path, called, client, context);
        }
        try (SentFile converted = SentFile.of(read.tables().getFirst(), services.tables(), context)) {
            TableFile known = services.tables().openFile(converted.path(), "", context.monitor());
            Map<SampClient, SampReply> replies = send(known, converted.path(), called, client, context);
            converted.keepFor(replies.values());
            return replies;
        }
    }

    private Map<SampClient, SampReply> send(
            TableFile read, Path file, String called, Optional<SampClient> client, CliContext context)
            throws VoException {
        SharedTable table = new SharedTable(
                services.shared().newId(),
                Optional.empty(),
                called,
                read.tables().getFirst(),
                read.document(),
                Optional.of(file),
                "");
        return services.sender().table(table, client, context.monitor());
    }
}

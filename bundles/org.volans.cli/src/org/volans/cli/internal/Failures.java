package org.volans.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;

/** What the user reads when a command fails: one line. */
final class Failures {

    private static final int LONGEST = 600;

    private static final String OURS = "Volans itself";

    /** What our bundles have for their vendor, and nobody else's. */
    private static final String VENDOR = "Volans";

    private Failures() {}

    /** Whose fault it is when this command fails in a way that it should not. */
    static String whose(CliCommand command) {
        @Nullable Bundle bundle = FrameworkUtil.getBundle(command.getClass());
        boolean plugin = bundle != null && !VENDOR.equals(bundle.getHeaders("").get(Constants.BUNDLE_VENDOR));
        return plugin && bundle != null ? "the plug-in " + bundle.getSymbolicName() + " " + bundle.getVersion() : OURS;
    }

    /** Prints the line and gives the exit code. */
    static int report(Throwable failure, Surroundings surroundings) {
        return report(failure, OURS, surroundings);
    }

    /** @param whose a fault that is nobody's input: what has it, in words */
    static int report(Throwable failure, String whose, Surroundings surroundings) {
        surroundings.err().println("volans: " + message(failure, whose));
        if (surroundings.environment().containsKey("VOLANS_DEBUG")) {
            failure.printStackTrace(surroundings.err());
        }
        return CommandShell.FAILED;
    }

    private static String message(Throwable failure, String whose) {
        return switch (failure) {
            case VoException known -> oneLine(known.getMessage());
            case OperationCanceledException cancelled -> "cancelled";
            case InvalidPathException name -> noName(name);
            case NoSuchFileException missing -> "no such file: " + missing.getFile();
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileSystemException file -> oneLine(file.getFile() + ": " + file.getReason());
            case IOException io -> oneLine(String.valueOf(io.getMessage()));
            case OutOfMemoryError memory ->
                "not enough memory (" + memory.getMessage() + "): VOLANS_JAVA_OPTIONS=-Xmx8g would give 8 GB";
            default -> internal(failure, whose);
        };
    }

    private static String noName(InvalidPathException name) {
        String text = "'" + oneLine(name.getInput()) + "' cannot be the name of a file";
        return name.getReason().contains("unmappable")
                ? text + " in the encoding of this locale (" + System.getProperty("sun.jnu.encoding")
                        + "): set LC_ALL=C.UTF-8"
                : text + ": " + oneLine(name.getReason());
    }

    /** A fault of a program: the trace goes into a file that can be sent to its author, the user gets its name. */
    private static String internal(Throwable failure, String whose) {
        String what = failure.getClass().getSimpleName()
                + (failure.getMessage() == null ? "" : ": " + oneLine(failure.getMessage()));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            Path file = Files.createTempFile("volans-fault-", ".txt");
            Files.writeString(file, trace.toString(), StandardCharsets.UTF_8);
            return "a fault in " + whose + " (" + what + "); please report it with " + file;
        } catch (IOException e) {
            return "a fault in " + whose + " (" + what + "); VOLANS_DEBUG=1 shows where";
        }
    }

    static String oneLine(@Nullable String text) {
        String line = String.valueOf(text).strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}

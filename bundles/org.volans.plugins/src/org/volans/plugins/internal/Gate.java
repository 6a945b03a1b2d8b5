package org.volans.plugins.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliContext;

/** Shows what is about to be installed and who signed it, and lets the user say no. */
final class Gate implements Change.Gate {

    /** Set by the launcher when a person can answer: standard input and standard error are a terminal. */
    private static final String ASK = "VOLANS_ASK";

    private final CliContext context;
    private final GateOptions options;
    private final List<IInstallableUnit> features;
    private final List<Change.Fetched> shown = new ArrayList<>();

    Gate(CliContext context, GateOptions options, List<IInstallableUnit> features) {
        this.context = context;
        this.options = options;
        this.features = features;
    }

    @Override
    public void pass(List<Change.Fetched> bundles) throws VoException, IOException {
        shown.addAll(bundles);
        for (IInstallableUnit unit : features) {
            String provider = Features.provider(unit).isEmpty() ? "" : ", by " + Features.provider(unit);
            say(Features.label(unit) + " " + Features.shortVersion(unit) + provider);
        }
        for (Change.Fetched bundle : bundles) {
            say("  " + name(bundle) + "  "
                    + who(bundle).map(who -> "signed by " + who).orElse("unsigned"));
        }
        if (options.signedOnly) {
            refuseUnsigned(bundles);
        }
        if (!options.yes && context.environment().containsKey(ASK)) {
            ask();
        }
    }

    private static void refuseUnsigned(List<Change.Fetched> bundles) throws VoException {
        for (Change.Fetched bundle : bundles) {
            if (bundle.signers().isEmpty()) {
                throw new InputException(name(bundle) + " is not signed, and --signed wants that; nothing was changed");
            }
        }
    }

    private void ask() throws IOException {
        context.err().print("Install? [y/N] ");
        context.err().flush();
        // not closed: standard input is not ours
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        @Nullable String answer = keyboard.readLine();
        if (answer == null || !answer.strip().toLowerCase(java.util.Locale.ROOT).startsWith("y")) {
            throw new OperationCanceledException();
        }
    }

    /** What others wrote is one line, and gives the terminal no orders. */
    private void say(String line) {
        context.err().println(line.replaceAll("\\p{C}+", " "));
    }

    private static Optional<String> who(Change.Fetched bundle) {
        return bundle.signers().isEmpty() ? Optional.empty() : Optional.of(String.join("; ", bundle.signers()));
    }

    private static String name(Change.Fetched bundle) {
        return bundle.jar().getFileName().toString().replaceFirst("\\.jar$", "").replace('_', ' ');
    }

    /** The bundles that came, for the command's answer. */
    List<Map<String, Object>> json() {
        return shown.stream()
                .map(bundle -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("file", bundle.jar().getFileName().toString());
                    json.put("signed_by", who(bundle));
                    return json;
                })
                .toList();
    }
}

package org.volans.launch;

import java.io.PrintStream;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

/**
 * Says in one line what a bundle could not do: of commands, whose users would otherwise read the framework's log, a page of it for
 * each fault. In the workbench the Error Log shows it.
 */
final class Faults implements LogListener {

    /** p2 gives its failures back, and the command says them. */
    private static final Set<String> TOLD_OTHERWISE = Set.of("org.eclipse.equinox.p2", "org.eclipse.ecf");

    /** How the framework names a bundle in its own messages. */
    private static final Pattern NAMED = Pattern.compile("\\S+ \\((\\d+)\\)");

    private final BundleContext framework;
    private final PrintStream err;
    private final boolean debug;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    private Faults(BundleContext framework, PrintStream err, boolean debug) {
        this.framework = framework;
        this.err = err;
        this.debug = debug;
    }

    /** Says also what there was until now, as far as the framework remembers it. */
    static void listen(BundleContext framework, PrintStream err) {
        ServiceReference<LogReaderService> reference = framework.getServiceReference(LogReaderService.class);
        LogReaderService log = framework.getService(reference);
        Faults faults = new Faults(framework, err, System.getenv("VOLANS_DEBUG") != null);
        log.addLogListener(faults);
        Collections.list(log.getLog()).reversed().stream()
                .filter(entry -> faults.culprit(entry).getBundleId()
                        != 0) // how the framework itself starts is no plug-in's doing
                .forEach(faults::logged);
    }

    @Override
    public void logged(LogEntry entry) {
        Bundle bundle = culprit(entry);
        if (entry.getLogLevel() != LogLevel.ERROR || toldOtherwise(bundle)) {
            return;
        }
        Throwable cause = innermost(entry.getException());
        // one fault is logged by all that it passes through: the framework, the component runtime, the framework again
        if (said.add(cause == null ? bundle.getSymbolicName() + entry.getMessage() : cause.toString())) {
            err.println(
                    "volans: " + bundle.getSymbolicName() + " " + bundle.getVersion() + ": " + reason(entry, cause));
            if (debug && cause != null) {
                entry.getException().printStackTrace(err);
            }
        }
    }

    /** What the framework says is about some other bundle, which it names. */
    private Bundle culprit(LogEntry entry) {
        if (entry.getBundle().getBundleId() == 0) {
            Matcher named = NAMED.matcher(String.valueOf(entry.getMessage()));
            Bundle bundle = named.find() ? framework.getBundle(Long.parseLong(named.group(1))) : null;
            return bundle == null ? entry.getBundle() : bundle;
        }
        return entry.getBundle();
    }

    private static boolean toldOtherwise(Bundle bundle) {
        return TOLD_OTHERWISE.stream()
                .anyMatch(prefix -> bundle.getSymbolicName().startsWith(prefix));
    }

    /** The cause of all causes says more than those that wrapped it. */
    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String reason(LogEntry entry, Throwable cause) {
        String message = String.valueOf(entry.getMessage());
        return (cause == null ? message : message + " (" + cause + ")").strip().replaceAll("\\s+", " ");
    }
}

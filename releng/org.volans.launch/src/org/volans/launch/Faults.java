package org.volans.launch;

import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private final PrintStream err;
    private final boolean debug;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    private Faults(PrintStream err, boolean debug) {
        this.err = err;
        this.debug = debug;
    }

    static void listen(BundleContext framework, PrintStream err) {
        ServiceReference<LogReaderService> log = framework.getServiceReference(LogReaderService.class);
        framework.getService(log).addLogListener(new Faults(err, System.getenv("VOLANS_DEBUG") != null));
    }

    @Override
    public void logged(LogEntry entry) {
        Bundle bundle = entry.getBundle();
        if (entry.getLogLevel() != LogLevel.ERROR || toldOtherwise(bundle)) {
            return;
        }
        String line = "volans: " + bundle.getSymbolicName() + " " + bundle.getVersion() + ": " + reason(entry);
        if (said.add(line)) {
            err.println(line);
            if (debug && entry.getException() != null) {
                entry.getException().printStackTrace(err);
            }
        }
    }

    private static boolean toldOtherwise(Bundle bundle) {
        return TOLD_OTHERWISE.stream()
                .anyMatch(prefix -> bundle.getSymbolicName().startsWith(prefix));
    }

    /** The cause of all causes says more than those that wrapped it. */
    private static String reason(LogEntry entry) {
        Throwable cause = entry.getException();
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(entry.getMessage());
        return (cause == null ? message : message + " (" + cause + ")").strip().replaceAll("\\s+", " ");
    }
}

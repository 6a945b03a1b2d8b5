package org.volans.api.handler;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.InputException;

/**
 * Runs handlers by rules. Safe for concurrent use.
 *
 * <p>Handlers run in the order of the rules, each at most once for an event: by the first rule that is for the event and names
 * it. A handler that no rule names runs by the rule that it comes with ({@link Handler#RULE}), after those. What fails is
 * told and stops nothing else; a handler that takes longer than its rule allows ({@link HandlerRule#limit()}) is cancelled,
 * and given up when it does not heed that: while it is stuck it is not started again. An image that a handler makes is an event of
 * its own, for the other handlers.
 */
@ProviderType
public interface HandlerService {

    /**
     * A handler that is there.
     *
     * @param id     its id
     * @param label  what it does
     * @param kind   the kind of its events
     * @param bundle the plug-in that brings it
     * @param rule   the rule that it comes with
     */
    record Known(String id, String label, String kind, String bundle, HandlerRule rule) {}

    /**
     * A handler that is installed and cannot be used yet.
     *
     * @param component its component
     * @param bundle    the plug-in that brings it
     * @param services  the services that it needs and that nobody offers: interfaces, with a filter where it has one
     */
    record Waiting(String component, String bundle, List<String> services) {

        /** Takes a copy of the list. */
        public Waiting {
            services = List.copyOf(services);
        }

        /** For the user. */
        public String message() {
            return "the handler " + component + " of " + bundle + " waits for a service that nobody offers: "
                    + String.join(", ", services);
        }
    }

    /** The handlers that are there, by kind and label; of two with the same id only the one that counts. */
    List<Known> handlers();

    /** The handlers that wait, by component; not those that wait for the workbench or another condition. */
    List<Waiting> waiting();

    /** The rules in force, in order; those that handlers come with at the end. */
    List<HandlerRule> rules();

    /** Puts rules in force. */
    void use(List<HandlerRule> rules);

    /**
     * Reads a rules file.
     *
     * @throws InputException when it cannot be read or is wrong: names line or rule
     */
    List<HandlerRule> read(Path file) throws InputException;

    /** Writes a rules file; it appears whole or not at all. */
    void write(List<HandlerRule> rules, Path file) throws InputException;

    /**
     * Runs what the rules say.
     *
     * @return what each handler did, in order; empty when no rule is for the event
     */
    List<HandlerRun> run(HandlerEvent event, IProgressMonitor monitor);
}

package org.volans.api.handler;

import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;
import org.volans.api.VoException;

/**
 * What handlers of all kinds have in common. A handler is an OSGi service of one of the kinds ({@link RowHandler}…) with the
 * two service properties below; nothing else is needed. It is called from any thread, by several at once. What it throws is
 * shown with its name and breaks nothing else.
 *
 * @param <E> the events that it handles
 */
@ConsumerType
public interface Handler<E extends HandlerEvent> {

    /** Service property ({@code String}): its id, a reverse domain name; rules name it by that. */
    String ID = "volans.handler.id";

    /** Service property ({@code String}): what it does, for people: {@code SED of the row}. */
    String LABEL = "volans.handler.label";

    /**
     * Service property ({@code String}, optional): the rule that it comes with, in the words of the rules file: such as
     * {@code from=samp} or {@code from=here tables=*sdss* enabled=false}. Without it the handler is on, for everything that it
     * accepts, whoever it comes from. One that may take longer than a minute says so here: {@code limit=300}. Its settings hold for
     * rules of the user, too, where those leave them out.
     */
    String RULE = "volans.handler.rule";

    /** Whether it can do something about the event. Must answer at once: no network, no scan of a table. */
    boolean accepts(E event);

    /**
     * Likewise, for a handler to which the settings of its rule make a difference. This is what is asked.
     *
     * @param settings of the rule that it would run by
     */
    default boolean accepts(E event, Map<String, String> settings) {
        return accepts(event);
    }

    /**
     * Does its work.
     *
     * @param context what it needs of its surroundings
     * @param monitor cancelled when nobody waits any more, or the time that its rule allows is over ({@link HandlerRule#limit()});
     *                soon after that it is given up, and its thread interrupted
     * @return what it made, to be shown or saved
     * @throws VoException what went wrong, in one line
     * @throws org.eclipse.core.runtime.OperationCanceledException when the monitor was cancelled while it waited: it hands its
     *                     monitor on to the services that it calls, and lets this exception of theirs pass
     */
    List<HandlerResult> handle(E event, HandlerContext context, IProgressMonitor monitor) throws VoException;
}

package org.volans.ui.selection;

import java.util.function.Consumer;

/**
 * What other programs highlight, select or point at. It is followed like what is selected here, whichever part is active (see
 * {@link SelectionFollower}), but it is not sent back. An OSGi service; UI thread only.
 */
public interface ReceivedSelection {

    /** Tells the parts of something that another program chose: a {@link TableRow}, {@link TableRows} or {@link SkyPoint}. */
    void receive(Object thing);

    /** The listener is told of each thing, at once. */
    void addListener(Consumer<Object> listener);

    /** Ends what {@link #addListener} began. */
    void removeListener(Consumer<Object> listener);
}

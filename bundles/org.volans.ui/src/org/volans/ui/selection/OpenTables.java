package org.volans.ui.selection;

import java.util.List;

/**
 * The tables that are open in the workbench: what can be uploaded, overlaid, sent. An OSGi service; UI thread only.
 */
public interface OpenTables {

    /** In the order in which they were opened. */
    List<OpenTable> all();

    /** An editor has loaded a table. */
    void opened(OpenTable table);

    /** Its editor is closed. */
    void closed(OpenTable table);

    /** The listener is called after each change. */
    void addListener(Runnable listener);

    /** Ends what {@link #addListener} began. */
    void removeListener(Runnable listener);
}

package org.volans.table.ui.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import uk.ac.starlink.table.StarTable;

/**
 * Remembers how a person arranged the columns of a table, in the workspace's preferences, as long as its columns stay the
 * same. No I/O: the platform reads preferences at its start and writes them at its end.
 */
final class ColumnMemory {

    private static final String NODE = "org.volans.table.ui/columns";
    private static final int MOST = 500;

    private final String key;

    ColumnMemory(String table, StarTable data) {
        int signature = table.hashCode();
        for (int i = 0; i < data.getColumnCount(); i++) {
            signature = 31 * signature
                    + String.valueOf(data.getColumnInfo(i).getName()).hashCode();
        }
        key = Integer.toHexString(signature) + "-" + data.getColumnCount();
    }

    Optional<Properties> recall() {
        String text = node().get(key, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Properties state = new Properties();
        try {
            state.load(new StringReader(text));
            return Optional.of(state);
        } catch (IOException | IllegalArgumentException e) {
            ILog.of(ColumnMemory.class).warn("the arrangement of columns could not be restored", e);
            return Optional.empty();
        }
    }

    /** Nothing happens when there is nothing to remember. */
    void keep(Properties state) {
        if (state.isEmpty()) {
            return;
        }
        StringWriter text = new StringWriter();
        try {
            state.store(text, null);
            IEclipsePreferences node = node();
            if (node.keys().length >= MOST) {
                node.clear();
            }
            node.put(key, text.toString());
        } catch (IOException | BackingStoreException e) {
            ILog.of(ColumnMemory.class).warn("the arrangement of columns could not be kept", e);
        }
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }
}

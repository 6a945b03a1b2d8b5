package org.volans.registry.ui.internal;

import org.volans.api.registry.RegistryRecord;

/**
 * A record that was found.
 *
 * @param record   the record
 * @param coverage how it stands to the position that was asked for
 */
record Hit(RegistryRecord record, Coverage coverage) {

    /** In the order of the list. */
    enum Coverage {
        /** No position was asked for. */
        NOT_ASKED(""),
        COVERS("covers"),
        UNKNOWN("unknown");

        private final String words;

        Coverage(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}

package org.volans.plugins.internal.template;

import java.util.Locale;

/** What a new plug-in adds to Volans. Each has its templates in the folder {@code kinds} beside this class, by its word. */
enum PluginKind {
    ROW("Handler", Does.ROW),
    POSITION("Handler", Does.POSITION),
    TABLE("Handler", Does.TABLE),
    COMMAND("Command", Does.COMMAND),
    FILTER("Filters", Does.FILTER);

    /** What each is called upon for, and what the new plug-in does then. Constants, for the command's help. */
    static final class Does {
        static final String ROW = "for a highlighted row: its Galactic coordinates";
        static final String POSITION = "for a position pointed at: SIMBAD's page about what is there";
        static final String TABLE = "for an opened table: which columns lack a UCD or a unit";
        static final String COMMAND = "for the command line: the Galactic coordinates of positions";
        static final String FILTER = "for SEDs: the photometric filters of a survey";

        private Does() {}
    }

    private final String suffix;
    private final String summary;

    PluginKind(String suffix, String summary) {
        this.suffix = suffix;
        this.summary = summary;
    }

    /** What the names of its classes end in. */
    String suffix() {
        return suffix;
    }

    /** What it is, and what the new plug-in does. */
    String summary() {
        return summary;
    }

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

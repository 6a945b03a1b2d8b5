package org.volans.adql.ui.internal.meta;

import java.util.List;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.adql.AdqlContext;
import org.volans.api.tap.TapExample;

/**
 * What is known of a service at a moment.
 *
 * @param context  its tables and functions, those columns that have been asked for
 * @param loaded   whether all its tables are in the context
 * @param loading  whether something is on its way
 * @param asked    tables whose columns have been asked for, as they were written in lower case
 * @param examples its examples
 * @param failure  why its tables are not known, or {@code null}
 */
public record Known(
        AdqlContext context,
        boolean loaded,
        boolean loading,
        Set<String> asked,
        List<TapExample> examples,
        @Nullable String failure) {

    /** Nothing yet. */
    public static final Known NOTHING = new Known(AdqlContext.NONE, false, false, Set.of(), List.of(), null);

    public Known {
        asked = Set.copyOf(asked);
        examples = List.copyOf(examples);
    }

    Known loading(boolean now) {
        return new Known(context, loaded, now, asked, examples, failure);
    }

    Known failed(String words) {
        return new Known(context, loaded, false, asked, examples, words);
    }

    Known with(AdqlContext more, Set<String> askedNow) {
        return new Known(more, true, loading, askedNow, examples, null);
    }

    Known withExamples(List<TapExample> more) {
        return new Known(context, loaded, loading, asked, more, failure);
    }
}

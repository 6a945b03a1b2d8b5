package org.volans.table.ui.internal.grid;

import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/** Cells that are addresses. */
final class CellLinks {

    private static final Pattern LINK = Pattern.compile("(https?|ftp)://\\S+", Pattern.CASE_INSENSITIVE);

    private CellLinks() {}

    /** The URL that a cell is, of something that can be opened; empty for any other cell. */
    static Optional<String> of(@Nullable Object cell) {
        return cell instanceof String text
                ? Optional.of(text.strip()).filter(t -> LINK.matcher(t).matches())
                : Optional.empty();
    }
}

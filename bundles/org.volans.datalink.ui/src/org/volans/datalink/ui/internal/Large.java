package org.volans.datalink.ui.internal;

import java.util.OptionalLong;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.volans.api.io.ByteSize;

/** What is so large that it is asked about before it is fetched. */
public final class Large {

    private static final long BYTES = 100_000_000;

    private Large() {}

    /** Whether that is large; what is not known is not. */
    public static boolean is(OptionalLong bytes) {
        return bytes.orElse(0) > BYTES;
    }

    /**
     * Whether to go on: asks the user when it is large. UI thread only.
     *
     * @param question with {@code %s} for the size
     */
    public static boolean agreed(Shell shell, String title, String question, OptionalLong bytes) {
        return !is(bytes)
                || MessageDialog.openQuestion(shell, title, question.formatted(ByteSize.text(bytes.getAsLong())));
    }
}

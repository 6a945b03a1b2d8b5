package org.volans.image.ui.internal.controls;

import java.util.Optional;
import org.volans.image.ui.internal.Look;
import org.volans.image.ui.internal.Opened;

/** Whose look the controls show and change. UI thread only. */
public interface LookHost {

    /** How the image is shown. */
    Look look();

    /** Shows the image like this from now on. */
    void look(Look look);

    /** What is shown; empty before something has been opened. */
    Optional<Opened> opened();
}

package org.volans.api.sky;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.VoException;
import uk.ac.starlink.table.StarTable;

/** Starts the embedded sky. Safe for concurrent use. */
@ProviderType
public interface EmbeddedSky {

    /**
     * Starts the servers on 127.0.0.1. The first start makes the simulated data (seconds) and keeps them in the user's
     * cache folder.
     *
     * @param port the port, 0 for a free one
     * @throws org.volans.api.InputException when the port is taken
     */
    RunningSky start(int port, IProgressMonitor monitor) throws VoException;

    /** The 19 positions of the tutorial: columns {@code ra}, {@code dec} in degrees ICRS, with their UCDs. No server. */
    StarTable tutorialObjects();

    /**
     * The 23 rows that TAPVizieR gave for them in 2021: {@code SDSS12}, {@code ra}, {@code dec}, {@code gmag},
     * {@code imag}, {@code rmag}, {@code umag}. No server.
     */
    StarTable publishedAnswer();
}

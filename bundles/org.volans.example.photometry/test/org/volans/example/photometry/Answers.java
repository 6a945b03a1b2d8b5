package org.volans.example.photometry;

import org.volans.sdk.testing.Votables;

/** What photometry services answer. */
final class Answers {

    /** The columns that VizieR sends. */
    static final String COLUMNS = Votables.number("sed_freq", "em.freq", "GHz")
            + Votables.number("sed_flux", "phot.flux.density", "Jy")
            + Votables.number("sed_eflux", "stat.error;phot.flux.density", "Jy")
            + Votables.text("sed_filter", "meta.id;instr.filter");

    /** One flux. */
    static final String RADIO = of(Votables.row("1.4", "0.012", "0.001", ":=1.4GHz"));

    private Answers() {}

    static String of(String... rows) {
        return Votables.document(COLUMNS, rows);
    }
}

package org.volans.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.volans.api.sky.RunningSky;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import org.volans.sdk.testing.SkyServer;

/** The sky and the services come as parameters. */
@ExtendWith(SkyServer.class)
class SkyServerTest {

    @Test
    void asksTheSky(RunningSky sky, TapService tap) throws Exception {
        URI vizier = sky.base().resolve("vizier/tap");
        TapQuery query = TapQuery.of(vizier, "SELECT TOP 3 * FROM \"V/147/sdss12\"");
        TapResult result = tap.query(query, new NullProgressMonitor());
        assertThat(result.table().getRowCount()).isEqualTo(3);
    }
}

package org.volans.example.crossid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.volans.api.cli.CliCommand;
import org.volans.sdk.contract.CliCommandContract;
import org.volans.sdk.contract.Services;
import org.volans.sdk.testing.TestShell;

/** The command as the command line calls it; it keeps what every command promises. */
class CrossIdCommandTest extends CliCommandContract {

    private static final String SERVICE = Sdss.SERVICE.toString();

    private final Sdss sdss = new Sdss().row(10.0, 20.0, 20.5f, null, "A");
    private final TestShell shell = TestShell.in(Path.of(""));

    @Override
    protected CliCommand command(Services services) {
        return new CrossIdCommand(sdss.search(services));
    }

    @Override
    protected List<String> words() {
        return List.of("10,20", "--service", SERVICE);
    }

    @Override
    protected Optional<List<String>> wrongWords() {
        return Optional.of(List.of("10,95", "--service", SERVICE));
    }

    private int run(TestShell in, String... words) throws Exception {
        return in.run(new CrossIdCommand(sdss.search()), words);
    }

    @Test
    void printsATable() throws Exception {
        assertThat(run(shell, "10,20", "--service", SERVICE)).isZero();
        assertThat(shell.tables())
                .containsExactly(
                        List.of("name", "separation [arcsec]", "c0", "c1", "c2", "c3"),
                        List.of("A", "0.00", "10.0", "20.0", "20.5", ""));
    }

    @Test
    void printsJson() throws Exception {
        sdss.overflow = true;
        TestShell json = shell.withJson();
        assertThat(run(json, "00:40:00,+20:00:00", "--service", SERVICE, "--radius", "5"))
                .isZero();
        Map<?, ?> printed = (Map<?, ?>) json.documents().getFirst();
        assertThat(printed.get("table")).isEqualTo("V/147/sdss12");
        assertThat(printed.get("radius_arcsec")).isEqualTo(5.0);
        assertThat(printed.get("overflow")).isEqualTo(true);
        assertThat((List<?>) printed.get("matches")).hasSize(1);
        assertThat(json.said()).contains("smaller --radius");
    }

    @Test
    void saysThatThereIsNothing() throws Exception {
        sdss.empty();
        assertThat(run(shell, "10,20", "--service", SERVICE)).isZero();
        assertThat(shell.said())
                .startsWith("V/147/sdss12 of sdss.example.org has nothing within 3.0 arcsec of 10.000000 +20.000000");
        assertThat(shell.printed()).isEmpty();
    }
}

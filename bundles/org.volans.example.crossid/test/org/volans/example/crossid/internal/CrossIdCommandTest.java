package org.volans.example.crossid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.cli.CliContext;
import picocli.CommandLine;

/** The command as the command line calls it. */
class CrossIdCommandTest {

    private final Sdss sdss = new Sdss();
    private final List<Object> json = new ArrayList<>();
    private final List<Object> tables = new ArrayList<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private CliContext context(boolean asJson) {
        return (CliContext) Proxy.newProxyInstance(
                CliContext.class.getClassLoader(), new Class<?>[] {CliContext.class}, (proxy, method, args) -> {
                    switch (method.getName()) {
                        case "json":
                            return asJson;
                        case "monitor":
                            return new NullProgressMonitor();
                        case "err":
                            return new PrintStream(err, true);
                        case "printJson":
                            return json.add(args[0]);
                        case "printTable":
                            return tables.addAll(List.of(args));
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    private int run(boolean asJson, String... words) throws Exception {
        CrossIdCommand command = new CrossIdCommand(sdss.search());
        new CommandLine(command).parseArgs(words);
        return command.run(context(asJson));
    }

    @Test
    void printsATable() throws Exception {
        sdss.row(10.0, 20.0, 20.5f, null, "A");
        assertThat(run(false, "10,20", "--service", Sdss.SERVICE.toString())).isZero();
        assertThat(tables.getFirst()).isEqualTo(List.of("name", "separation [arcsec]", "c0", "c1", "c2", "c3"));
        assertThat(tables.getLast()).isEqualTo(List.of(List.of("A", "0.00", "10.0", "20.0", "20.5", "")));
        assertThat(json).isEmpty();
    }

    @Test
    void printsJson() throws Exception {
        sdss.row(10.0, 20.0, 20.5f, null, "A").overflow = true;
        assertThat(run(true, "00:40:00,+20:00:00", "--service", Sdss.SERVICE.toString(), "--radius", "5"))
                .isZero();
        Map<?, ?> printed = (Map<?, ?>) json.getFirst();
        assertThat(printed.get("table")).isEqualTo("V/147/sdss12");
        assertThat(printed.get("radius_arcsec")).isEqualTo(5.0);
        assertThat(printed.get("overflow")).isEqualTo(true);
        assertThat((List<?>) printed.get("matches")).hasSize(1);
        assertThat(err.toString()).contains("smaller --radius");
        assertThat(tables).isEmpty();
    }

    @Test
    void saysThatThereIsNothing() throws Exception {
        assertThat(run(false, "10,20", "--service", Sdss.SERVICE.toString())).isZero();
        assertThat(err.toString())
                .startsWith("V/147/sdss12 of sdss.example.org has nothing within 3.0 arcsec of 10.000000 +20.000000");
        assertThat(tables).isEmpty();
    }
}

package org.volans.cli.internal.commands;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.volans.api.cli.CliCommand;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Position;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPoint;
import org.volans.api.sed.SedService;
import org.volans.sdk.contract.CliCommandContract;
import org.volans.sdk.contract.Services;
import org.volans.sdk.testing.Events;
import org.volans.sdk.testing.StilTables;

/** {@code volans sed} keeps the contract that others' commands have to keep. */
class SedCommandTest extends CliCommandContract {

    @Override
    protected CliCommand command(Services services) {
        SedPoint point = new SedPoint("u", "U", 3e-7, new Interval(2e-7, 4e-7), 1, 1, "", false);
        SedService seds = (SedService) Proxy.newProxyInstance(
                SedService.class.getClassLoader(),
                new Class<?>[] {SedService.class},
                (proxy, method, args) -> new Sed("star", Optional.empty(), List.of(point), List.of()));
        return new SedCommand(services.of(SedService.class, seds), services.tables());
    }

    @Override
    protected List<String> words() throws Exception {
        Path file = folder.resolve("objects.vot");
        new StilTables().save(Events.positions(new Position(1, 2)), file, "", new NullProgressMonitor());
        return List.of(file.toString(), "--row", "1");
    }

    @Override
    protected Optional<List<String>> wrongWords() {
        return Optional.of(List.of(folder.resolve("missing.vot").toString()));
    }
}

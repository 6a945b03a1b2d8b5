package org.volans.cli.internal.commands;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.volans.api.cli.CliCommand;
import org.volans.api.handler.HandlerService;
import org.volans.api.image.ImageService;
import org.volans.api.samp.SampRecorder;
import org.volans.api.samp.SampSender;
import org.volans.api.samp.SampService;
import org.volans.api.sed.SedService;
import org.volans.api.table.SharedTables;
import org.volans.api.table.TableService;
import picocli.CommandLine.Command;

/** {@code volans samp}. */
@Component(
        service = CliCommand.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            CliCommand.NAME + "=samp",
            CliCommand.SUMMARY + "=talk to TOPCAT, Aladin and others: hub, clients, send, point, listen"
        })
@Command(
        description = {
            "Talks to other programs by SAMP: sends them tables, images and positions, and does by rules what shall"
                    + " be done when they send some."
        },
        footer = {"  volans samp send objects_colours.vot --to topcat", "  volans samp listen --out made"})
public final class SampCommand extends Group {

    private final Services services;

    /** What the commands of this group share. */
    record Services(
            SampService samp,
            SampSender sender,
            SampRecorder recorder,
            HandlerService handlers,
            SharedTables shared,
            TableService tables,
            ImageService images,
            SedService seds,
            BundleContext bundle) {}

    /** Called by DS. */
    @Activate
    public SampCommand(
            @Reference SampService samp,
            @Reference SampSender sender,
            @Reference SampRecorder recorder,
            @Reference HandlerService handlers,
            @Reference SharedTables shared,
            @Reference TableService tables,
            @Reference ImageService images,
            @Reference SedService seds,
            BundleContext bundle) {
        this.services = new Services(samp, sender, recorder, handlers, shared, tables, images, seds, bundle);
    }

    @Override
    public List<CliCommand> subcommands() {
        return List.of(
                new SampHub(services),
                new SampClients(services),
                new SampSend(services),
                new SampPoint(services),
                new SampCall(services),
                new SampListen(services),
                new SampReplay(services),
                new SampHandlers(services));
    }
}

package org.volans.handlers.internal.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerService;
import org.volans.api.image.ImageService;
import org.volans.api.io.WholeFile;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;
import org.volans.handlers.internal.Host;

/** FITS images that other programs send: kept where the user keeps images. */
@Component(property = MessageHandler.MTYPES + "=image.load.fits")
public final class ImageLoad implements MessageHandler {

    private final Download download;
    private final ImageService images;
    private final HandlerService handlers;
    private final Host host;

    /** Makes it. */
    @Activate
    public ImageLoad(
            @Reference Download download,
            @Reference ImageService images,
            @Reference HandlerService handlers,
            @Reference Host host) {
        this.download = download;
        this.images = images;
        this.handlers = handlers;
        this.host = host;
    }

    @Override
    public SampReply handle(SampMessage message, SampClient sender, IProgressMonitor monitor) throws VoException {
        SampMessage tidy = Params.tidy(message);
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        Source source = Source.of(tidy.needed("url"), sender);
        String title = tidy.text("name").or(() -> tidy.text("image-id")).orElse(source.name());
        Path file = keep(source, title, progress.newChild(1));
        HandlerEvent event = new HandlerEvent.Image(file, title, new EventSource.Program(sender, message.mtype()));
        return new Replies(handlers).received(handlers.run(event, progress.newChild(1)));
    }

    /** A file that is here is copied, too: most programs send one that they soon remove. */
    private Path keep(Source source, String title, IProgressMonitor monitor) throws VoException {
        Path target = host.newFile(title.replaceFirst("(?i)\\.fits?(\\.gz)?$", ""), "fits");
        try (WholeFile file = WholeFile.begin(target)) {
            switch (source) {
                case Source.Remote remote -> download.to(remote.url(), file.part(), monitor);
                case Source.Local local -> copy(local.file(), file);
            }
            check(source, file.part(), monitor);
            file.keep();
        }
        return target;
    }

    private static void copy(Path from, WholeFile file) throws InputException {
        try {
            Files.copy(from, file.part(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw file.fault(e);
        }
    }

    private void check(Source source, Path file, IProgressMonitor monitor) throws InputException {
        try {
            images.open(file, monitor);
        } catch (InputException e) {
            throw FileWords.renamed(e, file, source);
        }
    }
}

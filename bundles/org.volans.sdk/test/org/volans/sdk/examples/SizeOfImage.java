package org.volans.sdk.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Component;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent.Image;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.ImageHandler;
import org.volans.api.io.ByteSize;

/** Says how large an image is that a handler has made, such as a cutout. */
@Component(
        property = {
            Handler.ID + "=org.example.size",
            Handler.LABEL + "=Size of the image",
            Handler.RULE + "=from=handler"
        })
public final class SizeOfImage implements ImageHandler {

    @Override
    public boolean accepts(Image event) {
        return true;
    }

    @Override
    public List<HandlerResult> handle(Image event, HandlerContext context, IProgressMonitor monitor)
            throws VoException {
        try {
            return List.of(new HandlerResult.Text(event.title() + ": " + ByteSize.text(Files.size(event.file()))));
        } catch (IOException e) {
            throw new InputException("'" + event.file() + "' cannot be read: " + e.getMessage(), e);
        }
    }
}

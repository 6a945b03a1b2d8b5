package org.volans.handlers.internal.own;

import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.cutout.CutoutService;
import org.volans.api.cutout.PositionCutout;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.PositionText;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.PositionHandler;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.inquiry.Journal;
import org.volans.handlers.internal.TableUrl;

/**
 * A cutout at a position, as large as the source there. Settings: {@code waveband} (radio), and {@code radius} in
 * arcsec (100): how far the source may be, and half the size of the cutout where there is none.
 */
@Component(
        property = {
            Handler.ID + "=org.volans.handlers.cutout",
            Handler.LABEL + "=Radio cutout at the position",
            Handler.RULE + "=from=samp waveband=radio radius=100 limit=300"
        })
public final class CutoutAtPosition implements PositionHandler {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final double ARCSEC = 3600;
    private static final double LARGEST = 10 * ARCSEC;

    private final CutoutService cutouts;

    /** Makes it. */
    @Activate
    public CutoutAtPosition(@Reference CutoutService cutouts) {
        this.cutouts = cutouts;
    }

    @Override
    public boolean accepts(HandlerEvent.Pointed event) {
        return true;
    }

    @Override
    public List<HandlerResult> handle(HandlerEvent.Pointed event, HandlerContext context, IProgressMonitor monitor)
            throws VoException {
        Position position = event.position();
        double radius = context.positive("radius", "100", "arcsec", LARGEST);
        String waveband = context.setting("waveband", "radio");
        URI registry = context.registry();
        String place = PositionText.degrees(position, 3);
        Path file = context.newFile("cutout " + place, "fits");
        PositionCutout cutout = cutouts.cutoutHere(
                position, waveband, radius / ARCSEC, file, new Inquiry(registry, LONGEST, Journal.NONE), monitor);
        return switch (cutout) {
            case PositionCutout.Made made ->
                List.of(new HandlerResult.Image(made.file(), title(made, place), Optional.of(position)));
            case PositionCutout.Nothing nothing -> List.of(new HandlerResult.Warning(nothing.message()));
            case PositionCutout.Failed failed ->
                throw new ServiceException(asked(failed, registry), 0, failed.message(), null);
        };
    }

    private static URI asked(PositionCutout.Failed failed, URI registry) {
        @Nullable URI request = failed.request().isEmpty() ? null : TableUrl.lenient(failed.request());
        return request == null ? registry : request;
    }

    private static String title(PositionCutout.Made made, String place) {
        String from = made.image().title().isBlank()
                ? ""
                : " from " + made.image().title().strip();
        String radius = new BigDecimal(made.circle().radius())
                .round(new MathContext(2))
                .stripTrailingZeros()
                .toPlainString();
        return "cutout of " + radius + " deg around " + place + from;
    }
}

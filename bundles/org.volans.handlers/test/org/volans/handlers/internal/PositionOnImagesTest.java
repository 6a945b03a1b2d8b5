package org.volans.handlers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImageService;
import org.volans.api.image.Wcs;
import org.volans.handlers.internal.own.PositionOnImages;

@SuppressWarnings("null")
class PositionOnImagesTest {

    private static final HandlerEvent.Pointed INSIDE = new HandlerEvent.Pointed(
            new Position(5, 5), new EventSource.Program(Fakes.program("topcat"), "coord.pointAt.sky"));

    private int started;
    private final SeenImages images = new SeenImages(() -> {
        started++;
        return Fakes.proxy(ImageService.class, (proxy, method, args) -> List.of(image((Path) args[0])));
    });
    private final PositionOnImages handler = new PositionOnImages(images);

    /** Ten by ten pixels of a degree from 0, 0; not every file has one. */
    private static FitsImage image(Path file) throws InputException {
        if (file.toString().startsWith("broken")) {
            throw new InputException("broken");
        }
        Wcs wcs = Fakes.proxy(Wcs.class, (proxy, method, args) -> switch (method.getName()) {
            case "axisX" -> 0;
            case "axisY" -> 1;
            default -> Optional.of(new double[] {((Position) args[0]).ra() + 0.5, ((Position) args[0]).dec() + 0.5});
        });
        Optional<Wcs> there = file.toString().startsWith("plain") ? Optional.empty() : Optional.of(wcs);
        return new FitsImage(file, 0, List.of(10L, 10L), Map.of(), there, "", Optional.empty(), "");
    }

    private void see(String file, EventSource source) {
        images.see(new HandlerEvent.Image(Path.of(file), "image " + file, source), new NullProgressMonitor());
    }

    private List<String> shown(HandlerEvent.Pointed event) throws Exception {
        return handler.handle(event, null, new NullProgressMonitor()).stream()
                .map(result -> ((HandlerResult.Image) result).title())
                .toList();
    }

    @Test
    void positionIsShownOnWhatCoversIt() throws Exception {
        assertThat(handler.accepts(INSIDE)).isFalse();
        for (String file : List.of("broken", "plain", "a", "b", "a")) {
            see(file, new EventSource.Here());
        }
        see("made", new EventSource.Made("x", INSIDE));
        assertThat(handler.accepts(INSIDE)).isTrue();
        assertThat(shown(INSIDE)).containsExactly("image a", "image b");
        HandlerEvent.Pointed again = new HandlerEvent.Pointed(new Position(0, 10), INSIDE.source());
        assertThat(shown(again)).containsExactly("image made", "image a", "image b");
        assertThat(handler.accepts(new HandlerEvent.Pointed(new Position(10.1, 5), INSIDE.source())))
                .isFalse();
        assertThat(started).isEqualTo(1);
    }

    @Test
    void onTheLatestOnly() throws Exception {
        for (int i = 0; i < 300; i++) {
            see("i" + i, new EventSource.Here());
        }
        assertThat(shown(INSIDE)).containsExactly("image i299", "image i298", "image i297", "image i296");
    }
}

package org.volans.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.volans.api.InputException;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Position;
import org.volans.api.image.CutoutOutcome;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImageService;
import org.volans.api.image.RenderRequest;
import org.volans.image.internal.FitsImages;

/** On the mosaic of 4000 by 4000 pixels that {@code -Dvolans.mosaic} names. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ImageBenchmark {

    private final ImageService images = new FitsImages();
    private final Path mosaic = Path.of(System.getProperty("volans.mosaic"));
    private Path folder;
    private FitsImage image;

    @Setup
    public void open() throws IOException, InputException {
        folder = Files.createTempDirectory("volans-bench-");
        image = images.open(mosaic, new NullProgressMonitor()).get(0);
    }

    @TearDown
    public void clean() throws IOException {
        Files.deleteIfExists(folder.resolve("mosaic.png"));
        Files.deleteIfExists(folder.resolve("cut.fits"));
        Files.delete(folder);
    }

    /** All pixels read, zscale, asinh, 1024 pixels, frame, PNG. */
    @Benchmark
    public void render() throws InputException {
        images.render(
                image,
                RenderRequest.standard(1024, List.of(), ""),
                folder.resolve("mosaic.png"),
                new NullProgressMonitor());
    }

    /** One circle of 100 arcsec, from file to file. */
    @Benchmark
    public CutoutOutcome cutout() throws InputException {
        return images.cutout(
                image,
                Optional.of(new Circle(new Position(240.484, 46.768), 100 / 3600.0)),
                Optional.empty(),
                folder.resolve("cut.fits"),
                new NullProgressMonitor());
    }
}

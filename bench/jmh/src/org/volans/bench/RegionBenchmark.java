package org.volans.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Range;
import org.volans.api.geometry.Region;

/** Per position: is it in the region? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RegionBenchmark {

    private static final int POSITIONS = 1000;

    private final List<Position> positions = positions();
    private final Region circle = new Circle(new Position(240, 47), 1);
    private final Region range = new Range(239, 241, 46, 48);
    private final Region polygon =
            Region.parse("POLYGON ICRS 242.36852287 45.30931994 237.63147713 45.30931994 237.47914296 48.63868529"
                    + " 242.52085704 48.63868529");

    private static List<Position> positions() {
        Random chance = new Random(20211024);
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < POSITIONS; i++) {
            positions.add(new Position(235 + 10 * chance.nextDouble(), 44 + 6 * chance.nextDouble()));
        }
        return positions;
    }

    private int count(Region region) {
        int inside = 0;
        for (Position position : positions) {
            inside += region.contains(position) ? 1 : 0;
        }
        return inside;
    }

    @Benchmark
    @OperationsPerInvocation(POSITIONS)
    public int circle() {
        return count(circle);
    }

    @Benchmark
    @OperationsPerInvocation(POSITIONS)
    public int range() {
        return count(range);
    }

    @Benchmark
    @OperationsPerInvocation(POSITIONS)
    public int polygon() {
        return count(polygon);
    }
}

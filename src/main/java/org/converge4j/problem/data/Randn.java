package org.converge4j.problem.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.Randomness;

/**
 * Standard normal features and targets that have nothing to do with each other, as in the article's
 * {@code randn(5, 10)} → {@code randn(5, 1)}.
 *
 * @param rows how many
 * @param features columns of x
 * @param targets columns of y
 * @param seed decides the numbers
 */
@About(value = "Standard normal features and targets", family = Family.BUILT_IN, source = "the article's listing")
public record Randn(
        @Setting(value = "how many rows", atLeast = 1, atMost = 10_000_000)
        int rows,

        @Setting(value = "columns of x", atLeast = 1, atMost = 100_000)
        int features,

        @Setting(value = "columns of y", atLeast = 1, atMost = 10_000)
        int targets,

        @Setting("decides the numbers") long seed)
        implements DataSource {
    /** The article's shape. */
    public Randn() {
        this(5, 10, 1, 1);
    }

    @Override
    public Data load(Path base) {
        Table.checkSize(rows, (long) features + targets, "randn");
        RandomGenerator normal = Randomness.DATA.stream(seed);
        double[] x = draw(normal, Math.multiplyExact(rows, features));
        double[] y = draw(normal, Math.multiplyExact(rows, targets));
        return new Data(rows, x, y);
    }

    private static double[] draw(RandomGenerator normal, int count) {
        double[] drawn = new double[count];
        Arrays.setAll(drawn, i -> normal.nextGaussian());
        return drawn;
    }
}

package org.converge4j.problem.data;

import java.util.random.RandomGenerator;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.Randomness;

/**
 * Points of the plane on interleaved spirals, one for each class, all within the unit circle before noise is added. No
 * straight line parts them.
 *
 * @param rows how many points, in turn from each class
 * @param classes how many arms
 * @param turns of each arm around the origin
 * @param noise standard deviation of what is added to both coordinates
 * @param testFraction of the rows, kept back for testing
 * @param seed decides the points, and which are kept back
 * @param split for all seeds of the experiment alike, or each anew
 */
@About(
        value = "Points of the plane on interleaved spirals, one for each class",
        family = Family.BUILT_IN,
        source = "Lang & Witbrock, Learning to tell two spirals apart, 1988")
public record Spirals(
        @Setting(value = "how many points", atLeast = 2, atMost = 1_000_000)
        int rows,

        @Setting(value = "how many arms", atLeast = 2, atMost = 20)
        int classes,

        @Setting(value = "turns of each arm around the origin", above = 0, atMost = 20)
        double turns,

        @Setting(value = "standard deviation of both coordinates", atLeast = 0, atMost = 10)
        double noise,

        @Setting(value = "share of the rows kept back for testing", atLeast = 0, below = 1)
        double testFraction,

        @Setting("decides the points, and which are kept back")
        long seed,

        @Setting(value = "one division for all seeds of the experiment, or each seed draws its own", later = true)
        Split split)
        implements DividedTable {
    public Spirals {
        split.check(testFraction);
    }

    public Spirals() {
        this(200, 2, 1.5, 0.02, 0.25, 1, Split.ONE);
    }

    @Override
    public String name() {
        return "spirals";
    }

    @Override
    public Standardise standardise() {
        return Standardise.NONE;
    }

    @Override
    public Table table() {
        RandomGenerator random = Randomness.DATA.stream(seed);
        double[] x = new double[2 * rows];
        double[] y = new double[classes * rows];
        for (int row = 0; row < rows; row++) {
            int arm = row % classes;
            double radius = Math.sqrt(random.nextDouble());
            double angle = 2 * Math.PI * (turns * radius + (double) arm / classes);
            x[2 * row] = radius * Math.cos(angle) + noise * random.nextGaussian();
            x[2 * row + 1] = radius * Math.sin(angle) + noise * random.nextGaussian();
            y[classes * row + arm] = 1;
        }
        return Table.of(rows, x, y, Columns.classified(2, classes));
    }
}

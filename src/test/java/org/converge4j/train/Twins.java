package org.converge4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.converge4j.train.network.NetworkTrainer;
import org.converge4j.train.stack.StackedTrainer;
import org.converge4j.train.stack.StackedTrainerTest;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;

/** Compares trainers step by step. */
public final class Twins {
    private static final double TOLERANCE = 1e-12;
    /** A unit in the last place of 1. */
    public static final double ONE_ULP = 0x1p-52;

    /** Two runs of the reference differ by one rounding at the start, the stack by several at every step. */
    private static final double MARGIN = 100;

    /** Beyond it a run has diverged, and nothing is asserted any more. */
    private static final double DIVERGED = 1e9;

    private Twins() {}

    /**
     * Asserts that the chosen trainer, which has to be the stacked one, agrees with the reference: to 1e-12, and after
     * {@code strict} steps, if two runs of the reference one ulp apart are further apart than that, as well as those do.
     */
    public static void agree(StackedTrainerTest.Setup setup, int steps, int strict) {
        agree(setup, steps, strict, ONE_ULP);
    }

    /**
     * The same with two runs of the reference that start further apart.
     *
     * @param shake by how much, which is what the reference itself is off by at a step
     */
    public static void agree(StackedTrainerTest.Setup setup, int steps, int strict, double shake) {
        Drift drift = new Drift(setup, steps, shake);
        try (Trainer reference = new NetworkTrainer(setup.problem(), setup.training(), setup.replicas());
                Trainer stacked = Trainers.of(setup.problem(), setup.training(), setup.replicas())) {
            assertThat(stacked).isInstanceOf(StackedTrainer.class);
            compare(reference, stacked, steps, step -> step <= strict ? 0 : MARGIN * drift.at(step));
        }
    }

    /**
     * Asserts that losses and parameters of two trainers stay within 1e-12, or what is allowed more, at every step until the
     * first of them has diverged.
     */
    public static void compare(Trainer one, Trainer other, int steps, IntToDoubleFunction allowed) {
        for (int step = 0; step <= steps; step++) {
            if (step > 0) {
                one.step();
                other.step();
            }
            for (int replica = 0; replica < one.replicas(); replica++) {
                String where = "replica " + replica + " at step " + step;
                double loss = one.loss(replica);
                assertThat(loss).as(where).isFinite();
                if (loss > DIVERGED) {
                    return;
                }
                double apart = Math.max(
                        apart(loss, other.loss(replica)), apart(one.parameters(replica), other.parameters(replica)));
                if (!(apart <= TOLERANCE)) {
                    assertThat(apart).as(where).isLessThanOrEqualTo(allowed.applyAsDouble(step));
                }
            }
        }
    }

    /** The same replica from a starting point that differs in its first component. */
    public static Replica moved(Replica replica, double by) {
        double[] start = replica.start().clone();
        start[0] += by;
        return new Replica(replica.updater(), replica.treatment(), start, replica.seed());
    }

    /** The same replica from a starting point whose every component is a little greater. */
    private static Replica shaken(Replica replica, double by) {
        double[] start = Arrays.stream(replica.start()).map(x -> x + by).toArray();
        return new Replica(replica.updater(), replica.treatment(), start, replica.seed());
    }

    private static double apart(double[] one, double[] other) {
        assertThat(other).hasSameSizeAs(one);
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, apart(one[i], other[i]));
        }
        return largest;
    }

    /** Relative above 1, absolute below; infinite unless both are finite. */
    private static double apart(double one, double other) {
        double difference = Math.abs(one - other) / Math.max(1, Math.abs(one));
        return Double.isFinite(difference) ? difference : Double.POSITIVE_INFINITY;
    }

    /** How far apart two runs of the reference have been up to a step, when they start a little apart; measured if asked. */
    private static final class Drift {
        private final StackedTrainerTest.Setup setup;
        private final int steps;
        private final double shake;
        private double[] largest = {};

        Drift(StackedTrainerTest.Setup setup, int steps, double shake) {
            this.shake = shake;
            this.setup = setup;
            this.steps = steps;
        }

        double at(int step) {
            if (largest.length == 0) {
                largest = measure();
            }
            return largest[step];
        }

        private double[] measure() {
            double[] drift = new double[steps + 1];
            List<Replica> moved =
                    setup.replicas().stream().map(r -> shaken(r, shake)).toList();
            try (Trainer one = new NetworkTrainer(setup.problem(), setup.training(), setup.replicas());
                    Trainer other = new NetworkTrainer(setup.problem(), setup.training(), moved)) {
                for (int step = 1; step <= steps; step++) {
                    one.step();
                    other.step();
                    drift[step] = drift[step - 1];
                    for (int replica = 0; replica < one.replicas(); replica++) {
                        drift[step] = Math.max(drift[step], apart(one.parameters(replica), other.parameters(replica)));
                        drift[step] = Math.max(drift[step], apart(one.loss(replica), other.loss(replica)));
                    }
                }
            }
            return drift;
        }
    }
}

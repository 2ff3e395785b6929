package org.converge4j.examine;

import java.util.Arrays;
import java.util.List;
import org.converge4j.train.step.Treatment;
import org.converge4j.train.update.UpdatePipeline;
import org.converge4j.updater.Block;
import org.converge4j.updater.Updater;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A quadratic bowl that wanders, of twelve parameters in two matrices and a vector; its gradients are of many sizes. */
final class Bowl {
    static final List<Block> BLOCKS =
            List.of(new Block("0_W", 0, 2, 3, true), new Block("0_b", 6, 2, 1, false), new Block("1_W", 8, 2, 2, true));
    static final int LENGTH = 12;

    /** Where the last of the blocks begins. */
    static final int LAST_BLOCK = 8;

    private static final int STEPS = 200;

    /** So few that even an updater which climbs is still at numbers. */
    private static final int FIRST = 3;

    private Bowl() {}

    /** Where an updater starts. */
    static double[] start() {
        double[] start = new double[LENGTH];
        Arrays.setAll(start, i -> 0.5 * Math.sin(1.3 * (i + 1)));
        return start;
    }

    /** Where an updater is taken, at so many times its learning rate. */
    static double[] follow(Updater updater, double factor, Change change) {
        int[] step = {0};
        return follow(updater, Slope.scaled(factor), start(), change.slope(step), step);
    }

    /** Where its first steps take it. */
    static double[] begin(Updater updater) {
        int[] step = {0};
        return follow(updater, Treatment.NONE, start(), Change.NONE.slope(step), step, FIRST);
    }

    /** Where it is taken under a treatment. */
    static double[] follow(Updater updater, Treatment treatment) {
        int[] step = {0};
        return follow(updater, treatment, start(), Change.NONE.slope(step), step);
    }

    /** The same for one block, as if there were no other. */
    static double[] follow(Updater updater, Block block) {
        Block alone = new Block(block.name(), 0, block.rows(), block.columns(), block.matrix());
        int[] step = {0};
        Slope whole = Change.NONE.slope(step);
        Slope part = new Slope(
                theta -> whole.loss().applyAsDouble(within(theta, block)),
                theta -> Arrays.copyOfRange(whole.gradient().apply(within(theta, block)), block.from(), block.to()),
                List.of(alone));
        return follow(updater, Treatment.NONE, Arrays.copyOfRange(start(), block.from(), block.to()), part, step);
    }

    private static double[] within(double[] theta, Block block) {
        double[] whole = start();
        System.arraycopy(theta, 0, whole, block.from(), theta.length);
        return whole;
    }

    private static double[] follow(Updater updater, Treatment treatment, double[] start, Slope slope, int[] step) {
        return follow(updater, treatment, start, slope, step, STEPS);
    }

    private static double[] follow(
            Updater updater, Treatment treatment, double[] start, Slope slope, int[] step, int steps) {
        INDArray parameters = Nd4j.createFromArray(start.clone());
        UpdatePipeline update = slope.pipeline(updater, treatment, start, parameters);
        for (step[0] = 1; step[0] <= steps; step[0]++) {
            slope.step(update, parameters, step[0]);
        }
        return parameters.toDoubleVector();
    }

    /** Which gradients differ. */
    enum Change {
        NONE(LENGTH),
        LAST_NUMBER(LENGTH - 1),
        LAST_BLOCK(Bowl.LAST_BLOCK);

        private final int from;

        Change(int from) {
            this.from = from;
        }

        /**
         * The bowl.
         *
         * @param step that is taken now
         */
        Slope slope(int[] step) {
            return new Slope(theta -> loss(theta, step[0]), theta -> gradient(theta, step[0]), BLOCKS);
        }

        /** Half the weighted squared distance from a place that wanders, of a size that swells from 1e-4 to 1e4 and back. */
        private double loss(double[] theta, int step) {
            double sum = 0;
            for (int i = 0; i < theta.length; i++) {
                sum += weight(i, step) * square(theta[i] - place(i, step)) / 2;
            }
            return sum;
        }

        private double[] gradient(double[] theta, int step) {
            double[] gradient = new double[theta.length];
            Arrays.setAll(gradient, i -> weight(i, step) * (theta[i] - place(i, step)));
            return gradient;
        }

        private double weight(int i, int step) {
            double own = i < from ? 1 : 3;
            return own * Math.pow(10, 4 * Math.sin(0.1 * step)) * (1 + 0.1 * i);
        }

        private double place(int i, int step) {
            return (i < from ? 1 : -1) * Math.sin(0.9 * step + 1.7 * i);
        }

        private static double square(double x) {
            return x * x;
        }
    }
}

package org.converge4j.examine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.Decay;
import org.converge4j.schedule.Schedule;
import org.converge4j.schedule.Sequence;
import org.converge4j.train.step.Treatment;
import org.converge4j.train.update.UpdatePipeline;
import org.converge4j.updater.Block;
import org.converge4j.updater.Updater;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What is promised of what an updater looks at: that it declares it, and that it uses the rate it is given. */
final class SightPromises {
    private static final int STEPS = 200;
    private static final List<Block> BLOCKS =
            List.of(new Block("0_W", 0, 2, 3, true), new Block("0_b", 6, 2, 1, false), new Block("1_W", 8, 2, 2, true));
    private static final int LENGTH = 12;
    private static final int LAST_BLOCK = 8;

    private final Variant<UpdaterSettings> variant;

    SightPromises(Variant<UpdaterSettings> variant) {
        this.variant = variant;
    }

    List<Promise> all() {
        return List.of(
                new Promise("it looks only at what it declares", this::declared),
                new Promise(
                        "the same steps give the same updates, also for a second run with one updater", this::steady),
                new Promise("the learning rate of a step is used, schedule included", this::rated));
    }

    /** Changes what an updater that does not declare it must not see, and looks whether it was seen. */
    private Optional<String> declared() {
        Updater updater = updater();
        if (updater.reads().contains(Reads.ALL)) {
            follow(updater, 1, Change.NONE);
            return Optional.empty();
        }
        boolean byBlock = updater.reads().contains(Reads.BLOCKS);
        double[] one = follow(updater, 1, Change.NONE);
        double[] other = follow(updater(), 1, byBlock ? Change.LAST_BLOCK : Change.LAST_NUMBER);
        int untouched = byBlock ? LAST_BLOCK : LENGTH - 1;
        if (!Arrays.equals(Arrays.copyOf(one, untouched), Arrays.copyOf(other, untouched))) {
            return Optional.of(
                    (byBlock ? "a block's update depends on other blocks" : "a parameter's update depends on others")
                            + ": it looks across components; reads() with Reads." + (byBlock ? "ALL" : "BLOCKS or ALL")
                            + " is accepted");
        }
        return Optional.empty();
    }

    private Optional<String> steady() {
        Updater shared = updater();
        double[] one = follow(shared, 1, Change.NONE);
        double[] again = follow(shared, 1, Change.NONE);
        boolean finite = Arrays.stream(one).allMatch(Double::isFinite);
        return Promise.unless(
                finite && Arrays.equals(one, again),
                finite
                        ? "the second run ends elsewhere: the updater keeps something outside its state"
                        : "it is not finite");
    }

    private Optional<String> rated() {
        if (variant.parameter(Choice.LEARNING_RATE).isEmpty()) {
            return Optional.empty();
        }
        double[] whole = follow(updater(), 1, Change.NONE);
        double[] little = follow(updater(), 1e-3, Change.NONE);
        return Promise.unless(
                !Arrays.equals(whole, little),
                "the updates are the same at a thousandth of the rate: step.learningRate() is ignored, so schedules do"
                        + " nothing");
    }

    private Updater updater() {
        return (Updater) variant.create(Map.of());
    }

    /** Where a quadratic bowl takes an updater in gradients of many sizes. */
    private static double[] follow(Updater updater, double factor, Change change) {
        Schedule scaled = taken -> factor;
        Treatment treatment = new Treatment(new Sequence(List.of(scaled)), Clip.NONE, Decay.NONE);
        double[] start = new double[LENGTH];
        Arrays.setAll(start, i -> 0.5 * Math.sin(1.3 * (i + 1)));
        INDArray parameters = Nd4j.createFromArray(start.clone());
        int[] step = {0};
        Slope slope = new Slope(theta -> change.loss(theta, step[0]), theta -> change.gradient(theta, step[0]), BLOCKS);
        UpdatePipeline update = slope.pipeline(updater, treatment, start, parameters);
        for (step[0] = 1; step[0] <= STEPS; step[0]++) {
            slope.step(update, parameters, step[0]);
        }
        return parameters.toDoubleVector();
    }

    /** Which gradients differ. */
    private enum Change {
        NONE(LENGTH),
        LAST_NUMBER(LENGTH - 1),
        LAST_BLOCK(SightPromises.LAST_BLOCK);

        private final int from;

        Change(int from) {
            this.from = from;
        }

        /** Half the weighted squared distance from a place that wanders, of a size that swells from 1e-4 to 1e4 and back. */
        double loss(double[] theta, int step) {
            double sum = 0;
            for (int i = 0; i < theta.length; i++) {
                sum += weight(i, step) * square(theta[i] - place(i, step)) / 2;
            }
            return sum;
        }

        double[] gradient(double[] theta, int step) {
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

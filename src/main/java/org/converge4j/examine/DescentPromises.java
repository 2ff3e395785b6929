package org.converge4j.examine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.Decay;
import org.converge4j.schedule.Schedule;
import org.converge4j.schedule.Sequence;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Treatment;
import org.converge4j.train.update.UpdatePipeline;
import org.converge4j.updater.Updater;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What is promised of an updater's descent: at some learning rate of the grid, the loss falls. */
final class DescentPromises {
    /** The grid: the default learning rate times 10^−6 … 10^2. */
    private static final int LEAST_POWER = -6;

    private static final int MOST_POWER = 2;
    private static final int STEPS = 100;

    private final Variant<UpdaterSettings> variant;

    DescentPromises(Variant<UpdaterSettings> variant) {
        this.variant = variant;
    }

    List<Promise> all() {
        return List.of(
                new Promise(
                        "the loss falls on the quadratic ½(x² + y²/10)",
                        () -> falls(new double[] {1, 1}, p -> (p[0] * p[0] + p[1] * p[1] / 10) / 2, p ->
                                new double[] {p[0], p[1] / 10})),
                new Promise(
                        "the loss falls on Rosenbrock's (1 − x)² + 100 (y − x²)²",
                        () -> falls(
                                new double[] {-1.2, 1},
                                p -> square(1 - p[0]) + 100 * square(p[1] - p[0] * p[0]),
                                p -> new double[] {
                                    -2 * (1 - p[0]) - 400 * p[0] * (p[1] - p[0] * p[0]), 200 * (p[1] - p[0] * p[0])
                                })));
    }

    private Optional<String> falls(double[] start, ToDoubleFunction<double[]> loss, UnaryOperator<double[]> gradient) {
        double before = loss.applyAsDouble(start);
        boolean fell = IntStream.rangeClosed(LEAST_POWER, MOST_POWER)
                .mapToDouble(power -> loss.applyAsDouble(descend(start, gradient, Math.pow(10, power))))
                .anyMatch(after -> after < before);
        return Promise.unless(
                fell,
                "after " + STEPS + " steps it is not below " + before
                        + " at any of 10^-6 … 10^2 times the default learning rate");
    }

    private double[] descend(double[] start, UnaryOperator<double[]> gradient, double factor) {
        INDArray parameters = Nd4j.createFromArray(start.clone());
        Schedule scaled = taken -> factor;
        Treatment treatment = new Treatment(new Sequence(List.of(scaled)), Clip.NONE, Decay.NONE);
        UpdatePipeline update =
                new UpdatePipeline(new Replica((Updater) variant.create(Map.of()), treatment, start, 0), parameters);
        for (int t = 1; t <= STEPS; t++) {
            update.apply(Nd4j.createFromArray(gradient.apply(parameters.toDoubleVector())), t);
        }
        return parameters.toDoubleVector();
    }

    private static double square(double x) {
        return x * x;
    }
}

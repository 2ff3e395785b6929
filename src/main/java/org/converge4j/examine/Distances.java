package org.converge4j.examine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.Data;
import org.converge4j.train.step.Treatment;
import org.converge4j.train.update.UpdatePipeline;
import org.converge4j.updater.Block;
import org.converge4j.updater.Updater;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How far apart two updaters end up on the article's problem: Linear(10, 1) over randn(5, 10), full batch, double precision. */
final class Distances {
    /** The problem, as the page of an explanation states it. */
    static final String PROBLEM =
            "Linear(10, 1), mean squared error, 5 rows of randn (seed 1), full batch, start of seed 1,"
                    + " double precision";

    /** The steps after which they are compared. */
    static final List<Integer> STEPS = List.of(1, 10, 100, 1000);

    private static final long SEED = 1;

    private static final List<Block> BLOCKS =
            List.of(new Block("0_W", 0, 1, 10, true), new Block("0_b", 10, 1, 1, false));

    /** An updater, and what is done around it. */
    private record Followed(Updater updater, Treatment treatment) {}

    private final LoadedProblem problem;
    private final Map<Followed, List<double[]>> trajectories = new HashMap<>();

    Distances(Catalog catalog) {
        this.problem = LoadedProblem.load(
                new Problem("randn", new Choice("randn", Map.of()), new Choice("linear", Map.of()), List.of()),
                catalog,
                Path.of(""));
    }

    /** The largest difference of a parameter after each of {@link #STEPS}; not finite once one of the two has diverged. */
    List<Double> between(Updater one, Updater other) {
        return between(one, Treatment.NONE, other, Treatment.NONE);
    }

    /** The same of updaters that something is done around. */
    List<Double> between(Updater one, Treatment ofOne, Updater other, Treatment ofOther) {
        List<double[]> a = trajectories.computeIfAbsent(new Followed(one, ofOne), this::followed);
        List<double[]> b = trajectories.computeIfAbsent(new Followed(other, ofOther), this::followed);
        List<Double> distances = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            double largest = 0;
            for (int j = 0; j < a.get(i).length; j++) {
                largest = Math.max(largest, Math.abs(a.get(i)[j] - b.get(i)[j])); // Math.max hands NaN on
            }
            distances.add(largest);
        }
        return distances;
    }

    private List<double[]> followed(Followed one) {
        double[] start = problem.start(SEED);
        INDArray theta = Nd4j.createFromArray(start.clone());
        Slope slope = new Slope(this::loss, this::gradient, BLOCKS);
        UpdatePipeline update = slope.pipeline(one.updater(), one.treatment(), start, theta);
        List<double[]> kept = new ArrayList<>();
        int last = STEPS.get(STEPS.size() - 1);
        for (int t = 1; t <= last; t++) {
            slope.step(update, theta, t);
            if (STEPS.contains(t)) {
                kept.add(update.isElsewhere() ? update.evaluatedAt().clone() : theta.toDoubleVector());
            }
        }
        return kept;
    }

    /** The mean squared error. */
    private double loss(double[] theta) {
        double sum = 0;
        for (int row = 0; row < problem.data().rows(); row++) {
            double residual = residual(theta, row);
            sum += residual * residual;
        }
        return sum / problem.data().rows();
    }

    private double residual(double[] theta, int row) {
        Data data = problem.data();
        double residual = theta[data.features()] - data.y()[row];
        for (int i = 0; i < data.features(); i++) {
            residual += theta[i] * data.x()[row * data.features() + i];
        }
        return residual;
    }

    /** Of the mean squared error: 2/n Xᵀ(Xw + b − y), then the same for the bias. */
    private double[] gradient(double[] theta) {
        Data data = problem.data();
        int features = data.features();
        double[] gradient = new double[features + 1];
        for (int row = 0; row < data.rows(); row++) {
            double residual = residual(theta, row);
            for (int i = 0; i < features; i++) {
                gradient[i] += 2.0 / data.rows() * residual * data.x()[row * features + i];
            }
            gradient[features] += 2.0 / data.rows() * residual;
        }
        return gradient;
    }
}

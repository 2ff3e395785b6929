package org.converge4j.train;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.converge4j.experiment.Metric;
import org.converge4j.experiment.Recording;
import org.converge4j.experiment.Target;
import org.converge4j.experiment.Training;
import org.converge4j.problem.DifferentiableNetwork;
import org.converge4j.problem.LoadedProblem;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.evaluation.regression.RegressionEvaluation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Computes the metrics of parameters, by DL4J's evaluation, on the training set and the test part. */
final class Evaluator implements Gauge {
    private static final Recording LOG = new Recording(Recording.Spacing.LOG, 1);

    private final LoadedProblem problem;
    private final Training training;
    private final DifferentiableNetwork network;
    private final Tensors rows;
    private final Optional<Tensors> test;

    Evaluator(LoadedProblem problem, Training training) {
        this.problem = problem;
        this.training = training;
        this.network = problem.network(training.precision());
        this.rows = new Tensors(problem.data(), training.precision());
        this.test = problem.data().test().map(data -> new Tensors(data, training.precision()));
    }

    /** At the log-spaced steps; at the last alone in a regression without a test part, where they say no more than the loss. */
    @Override
    public boolean isDue(int step, int budget) {
        boolean metricStops = training.stopping()
                .at()
                .filter(target -> target.kind() == Target.Kind.METRIC)
                .isPresent();
        boolean often = metricStops || test.isPresent() || problem.data().isClassification();
        return often ? LOG.includes(step, budget) : step == budget;
    }

    @Override
    public Map<Metric, Double> evaluate(double[] parameters) {
        network.parameters()
                .assign(Nd4j.createFromArray(parameters)
                        .castTo(network.parameters().dataType()));
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        if (problem.data().isClassification()) {
            metrics.put(Metric.ACCURACY, accuracy(rows));
            test.ifPresent(part -> metrics.put(Metric.TEST_ACCURACY, accuracy(part)));
        } else {
            RegressionEvaluation evaluation = regression(rows);
            metrics.put(Metric.RMSE, evaluation.averagerootMeanSquaredError());
            metrics.put(Metric.R2, evaluation.averageRSquared());
            test.ifPresent(part -> {
                RegressionEvaluation tested = regression(part);
                metrics.put(Metric.TEST_RMSE, tested.averagerootMeanSquaredError());
                metrics.put(Metric.TEST_R2, tested.averageRSquared());
            });
        }
        test.ifPresent(part -> metrics.put(Metric.TEST_LOSS, Losses.of(network, part) - network.regularisation()));
        metrics.values().removeIf(value -> !Double.isFinite(value));
        return metrics;
    }

    private double accuracy(Tensors part) {
        Evaluation evaluation = new Evaluation(problem.data().targets());
        for (DataSet block : part.blocks()) {
            evaluation.eval(block.getLabels(), network.output(block.getFeatures()));
        }
        return evaluation.accuracy();
    }

    private RegressionEvaluation regression(Tensors part) {
        RegressionEvaluation evaluation =
                new RegressionEvaluation(problem.data().targets());
        for (DataSet block : part.blocks()) {
            evaluation.eval(block.getLabels(), network.output(block.getFeatures()));
        }
        return evaluation;
    }

    @Override
    public void close() {
        network.close();
    }
}

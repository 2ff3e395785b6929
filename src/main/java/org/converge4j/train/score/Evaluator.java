package org.converge4j.train.score;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Target;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.Data;

/** Computes the metrics of networks on the training set and the test part. */
final class Evaluator implements Gauge {
    private final Data data;
    private final int all;
    private final boolean hasRowLosses;
    private final Training training;
    private final Predictor predictor;

    /**
     * @param data the problem's rows, or a sample of them
     * @param networks that are evaluated together, at most
     * @param withLoss whether the loss is wanted as well
     */
    Evaluator(LoadedProblem problem, Data data, Training training, int networks, boolean withLoss) {
        this.data = data;
        this.all = problem.data().rows();
        this.hasRowLosses = withLoss && problem.facts().resolution().isPresent() && !data.isLabelledByStep();
        this.training = training;
        this.predictor = Predictor.of(problem, data, training, networks, withLoss);
    }

    /** At the log-spaced steps; at the last alone in a regression without a test part, where they say no more than the loss. */
    @Override
    public boolean isDue(int step, int budget) {
        boolean metricStops = training.stopping()
                .at()
                .filter(target -> target.kind() == Target.Kind.METRIC)
                .isPresent();
        boolean often = metricStops || data.test().isPresent() || data.isClassification();
        return often ? Recording.LOG_SPACED.includes(step, budget) : step == budget;
    }

    @Override
    public List<Look> evaluate(List<double[]> parameters) {
        return predictor.predict(parameters).stream()
                .map(said -> new Look(said.loss(), error(said), metrics(said)))
                .toList();
    }

    private OptionalDouble error(Predictor.Prediction said) {
        return hasRowLosses && data.rows() < all
                ? RowLosses.standardError(data, said.outputs(), all)
                : OptionalDouble.empty();
    }

    private Map<Metric, Double> metrics(Predictor.Prediction prediction) {
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        Score training = Score.of(data, prediction.outputs());
        Metric.of(data.isClassification(), false).forEach(metric -> metrics.put(metric, training.of(metric)));
        prediction.tested().ifPresent(tested -> {
            Score score = Score.of(data.test().orElseThrow(), tested.outputs());
            Metric.of(data.isClassification(), true).stream()
                    .filter(Metric::isOfTest)
                    .forEach(metric ->
                            metrics.put(metric, metric == Metric.TEST_LOSS ? tested.loss() : score.of(metric)));
        });
        metrics.values().removeIf(value -> !Double.isFinite(value));
        return metrics;
    }

    @Override
    public void close() {
        predictor.close();
    }
}

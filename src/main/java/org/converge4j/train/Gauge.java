package org.converge4j.train;

import java.util.Map;
import org.converge4j.experiment.Metric;
import org.converge4j.experiment.Training;
import org.converge4j.problem.LoadedProblem;

/** Measures the metrics besides the loss. */
interface Gauge extends AutoCloseable {
    /** The metrics of a problem; a function has none. */
    static Gauge of(LoadedProblem problem, Training training) {
        return problem.surface().isPresent() ? new NoGauge() : new Evaluator(problem, training);
    }

    /** Whether metrics are to be measured at a step. */
    boolean isDue(int step, int budget);

    /** The metrics of parameters in DL4J's flat order; those that are not finite are left out. */
    Map<Metric, Double> evaluate(double[] parameters);

    @Override
    void close();

    /** There is nothing to measure. */
    final class NoGauge implements Gauge {
        @Override
        public boolean isDue(int step, int budget) {
            return false;
        }

        @Override
        public Map<Metric, Double> evaluate(double[] parameters) {
            return Map.of();
        }

        @Override
        public void close() {}
    }
}

package org.converge4j.train.score;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;

/** Measures the metrics besides the loss. */
public interface Gauge extends AutoCloseable {
    /**
     * The metrics of a problem; a function has none.
     *
     * @param networks that are evaluated together, at most
     */
    static Gauge of(LoadedProblem problem, Training training, int networks) {
        return problem.surface().isPresent() ? new NoGauge() : new Evaluator(problem, training, networks);
    }

    /** Whether metrics are to be measured at a step. */
    boolean isDue(int step, int budget);

    /**
     * The metrics of each network; those that are not finite are left out.
     *
     * @param parameters of each network, in DL4J's flat order
     */
    List<Map<Metric, Double>> evaluate(List<double[]> parameters);

    @Override
    void close();

    /** There is nothing to measure. */
    final class NoGauge implements Gauge {
        @Override
        public boolean isDue(int step, int budget) {
            return false;
        }

        @Override
        public List<Map<Metric, Double>> evaluate(List<double[]> parameters) {
            return Collections.nCopies(parameters.size(), Map.of());
        }

        @Override
        public void close() {}
    }
}

package org.converge4j.train.score;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.converge4j.experiment.Looks;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.Data;

/** Looks at networks: measures metrics and, where it is asked to, the loss. */
public interface Gauge extends AutoCloseable {
    /**
     * The metrics of a problem at all its rows; a function has none.
     *
     * @param networks that are evaluated together, at most
     * @param withLoss whether the loss is wanted as well
     */
    static Gauge of(LoadedProblem problem, Training training, int networks, boolean withLoss) {
        return problem.surface().isPresent()
                ? new NoGauge()
                : new Evaluator(problem, problem.data(), training, networks, withLoss);
    }

    /** Metrics and loss at a sample of its rows. */
    static Gauge ofSample(LoadedProblem problem, Looks looks, Training training, int networks) {
        Data some = problem.data().sample(looks.rows(), looks.testRows());
        return new Evaluator(problem, some, training, networks, true);
    }

    /** Whether metrics are to be measured at a step. */
    boolean isDue(int step, int budget);

    /**
     * What is seen of each network.
     *
     * @param parameters of each network, in DL4J's flat order
     */
    List<Look> evaluate(List<double[]> parameters);

    @Override
    void close();

    /** There is nothing to measure. */
    final class NoGauge implements Gauge {
        @Override
        public boolean isDue(int step, int budget) {
            return false;
        }

        @Override
        public List<Look> evaluate(List<double[]> parameters) {
            return Collections.nCopies(
                    parameters.size(), new Look(OptionalDouble.empty(), OptionalDouble.empty(), Map.of()));
        }

        @Override
        public void close() {}
    }
}

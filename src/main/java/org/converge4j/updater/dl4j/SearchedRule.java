package org.converge4j.updater.dl4j;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.Updater;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.solvers.BackTrackLineSearch;
import org.deeplearning4j.optimize.solvers.BaseOptimizer;

/** One of DL4J's algorithms that search along a line. Its own code runs, on the batch of each step. */
interface SearchedRule extends Rule {
    /** Factor on every gradient before the algorithm sees it. */
    @Override
    double learningRate();

    /** Tries of a search, at most. */
    int searchIterations();

    /**
     * DL4J's algorithm.
     *
     * @param state what it remembered
     */
    BaseOptimizer algorithm(BatchModel batch, double[][] state);

    /** Writes down what the algorithm is to remember. */
    default void remember(BaseOptimizer algorithm, double[][] state) {}

    /** As {@code OptimizationAlgorithm} calls it. */
    String inDl4j();

    @Override
    default String insideFit() {
        return "optimizationAlgo(OptimizationAlgorithm." + inDl4j() + "), updater(new Sgd(" + learningRate()
                + ")), maxNumLineSearchIterations(" + searchIterations() + ")";
    }

    @Override
    default Optional<Updater> dl4j() {
        return Optional.of(this);
    }

    @Override
    default Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.OBJECTIVE, Reads.ALL);
    }

    @Override
    default void apply(double[] gradient, double[][] state, Step step) {
        BatchModel batch = new BatchModel(gradient, step, searchIterations());
        BaseOptimizer algorithm = algorithm(batch, state);
        algorithm.setUpdater(new Scaling(step.learningRate()));
        try {
            algorithm.optimize(LayerWorkspaceMgr.noWorkspaces());
        } catch (IllegalStateException | IllegalArgumentException failure) {
            if (!failure.getStackTrace()[0].getClassName().equals(BackTrackLineSearch.class.getName())) {
                throw failure;
            }
            step.objective().searchFailed();
            Arrays.fill(gradient, Double.NaN); // DL4J's fit would end here
            return;
        }
        remember(algorithm, state);
        double[] start = step.parameters();
        if (Arrays.equals(start, batch.at()) && Arrays.stream(gradient).anyMatch(slope -> slope != 0)) {
            step.objective().searchFailed();
        }
        Arrays.setAll(gradient, i -> start[i] - batch.at()[i]);
    }
}

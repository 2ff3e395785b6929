package org.converge4j.train.stack;

import java.util.Optional;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.network.Configuration;
import org.converge4j.train.dense.DenseNetwork;

/** Says which networks are trained in stacks. It depends on problem and training alone, never on how many runs there are. */
public final class Stackable {
    /** Multiplications of a step from which DL4J's matrix products win over ours. */
    private static final long MOST_PRODUCTS = 1 << 20;

    private Stackable() {}

    /** The network, where a stack can compute it and is the faster way. */
    public static Optional<DenseNetwork> network(LoadedProblem problem, Training training) {
        long rows = training.batchSize(problem.data().rows());
        if (!problem.blueprint().isPlain()
                || !(problem.configuration(training.precision()) instanceof Configuration.Layers layers)) {
            return Optional.empty();
        }
        return DenseReader.read(layers.configuration()).filter(network -> rows * network.parameters() <= MOST_PRODUCTS);
    }
}

package org.converge4j.train;

import java.util.List;
import java.util.Optional;
import org.converge4j.experiment.Training;
import org.converge4j.function.Surface;
import org.converge4j.problem.Configuration;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.train.dense.DenseNetwork;

/** Chooses trainers. The choice depends on problem and training alone, never on how many runs there are. */
final class Trainers {
    /** Multiplications of a step from which DL4J's matrix products win over ours. */
    private static final long MOST_PRODUCTS = 1 << 20;

    private Trainers() {}

    /**
     * The trainer of some replicas.
     *
     * @param replicas whose updaters differ in their learning rate alone, all treated alike
     */
    static Trainer of(LoadedProblem problem, Training training, List<Replica> replicas) {
        if (problem.surface().isPresent()) {
            Surface surface = problem.surface().get();
            return switch (training.precision()) {
                case DOUBLE -> new SurfaceTrainer<>(Numeric.DOUBLE, surface, replicas);
                case FLOAT -> new SurfaceTrainer<>(Numeric.FLOAT, surface, replicas);
            };
        }
        return stackable(problem, training)
                .<Trainer>map(network -> new StackedTrainer(problem, network, training, replicas))
                .orElseGet(() -> new NetworkTrainer(problem, training, replicas));
    }

    /** Whether replicas advance together rather than one network after the other. */
    static boolean takesMany(LoadedProblem problem, Training training) {
        return problem.surface().isPresent() || stackable(problem, training).isPresent();
    }

    /** The network, where a stack can compute it and is the faster way. */
    static Optional<DenseNetwork> stackable(LoadedProblem problem, Training training) {
        long rows = training.batchSize(problem.data().rows());
        if (!problem.blueprint().isPlain()
                || !(problem.configuration(training.precision()) instanceof Configuration.Layers layers)) {
            return Optional.empty();
        }
        return DenseReader.read(layers.configuration()).filter(network -> rows * network.parameters() <= MOST_PRODUCTS);
    }
}

package org.converge4j.train;

import java.util.List;
import java.util.Optional;
import org.converge4j.experiment.Looks;
import org.converge4j.experiment.training.Training;
import org.converge4j.function.Surface;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.train.engine.Engine;
import org.converge4j.train.network.NetworkTrainer;
import org.converge4j.train.stack.Stackable;
import org.converge4j.train.stack.StackedTrainer;
import org.converge4j.train.stack.SurfaceTrainer;
import org.converge4j.train.step.Numeric;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.train.update.Needs;

/** Chooses trainers. The choice depends on problem and training alone, never on how many runs there are. */
public final class Trainers {
    private Trainers() {}

    /**
     * The trainer of some replicas.
     *
     * @param replicas whose updaters differ in their learning rate alone, all treated alike
     * @throws org.converge4j.problem.data.ProblemException if the problem lacks what they read
     */
    public static Trainer of(LoadedProblem problem, Training training, List<Replica> replicas) {
        Needs.require(problem, replicas.get(0));
        if (problem.surface().isPresent()) {
            Surface surface = problem.surface().get();
            return switch (training.precision()) {
                case DOUBLE -> new SurfaceTrainer<>(Numeric.DOUBLE, surface, replicas);
                case FLOAT -> new SurfaceTrainer<>(Numeric.FLOAT, surface, replicas);
            };
        }
        return Stackable.network(problem, training)
                .<Trainer>map(network -> new StackedTrainer(problem, network, training, replicas))
                .orElseGet(() -> new NetworkTrainer(problem, training, replicas));
    }

    /** A line for the user where steps take longer than they might, and why; nothing where they do not. */
    public static Optional<String> slow(LoadedProblem problem, Training training) {
        return Engine.reason(problem, training)
                .filter(why -> !takesMany(problem, training))
                .map(why -> problem.name() + ": DL4J itself computes the network's steps, which takes longer: " + why);
    }

    /** When runs are looked at: their loss and other metrics together, but for two passes where DL4J computes them. */
    static Looks looks(LoadedProblem problem, Training training) {
        boolean isDl4j = Stackable.network(problem, training).isEmpty() && !Engine.computes(problem, training);
        return Looks.of(training, problem.facts(), Watch.knowsEveryLoss(problem, training), isDl4j ? 2 : 1);
    }

    /** Whether replicas advance together rather than one network after the other. */
    public static boolean takesMany(LoadedProblem problem, Training training) {
        return problem.surface().isPresent()
                || Stackable.network(problem, training).isPresent();
    }
}

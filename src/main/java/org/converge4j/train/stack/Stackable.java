package org.converge4j.train.stack;

import java.util.Optional;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.train.dense.DenseNetwork;
import org.converge4j.train.dense.DenseReader;
import org.converge4j.train.engine.Engine;

/** Says which networks are trained in stacks. It depends on problem and training alone, never on how many runs there are. */
public final class Stackable {
    private Stackable() {}

    /** The network, where a stack can compute it and the layer engine does not. */
    public static Optional<DenseNetwork> network(LoadedProblem problem, Training training) {
        return DenseReader.read(problem, training).filter(network -> !Engine.prefers(problem, training));
    }
}

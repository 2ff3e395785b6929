package org.converge4j.train.measure;

import java.util.List;
import java.util.function.Function;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.step.Replica;
import org.converge4j.train.update.Scenes;
import org.converge4j.updater.Block;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;

/** How much updaters, and what is around them, remember. */
final class StateSize {
    private StateSize() {}

    /** Numbers that a replica's updater remembers on a problem. */
    static long of(LoadedProblem problem, Training training, Replica replica) {
        int parameters = problem.facts().parameters();
        List<Block> blocks = blocks(problem, training, replica);
        long around = replica.treatment().around().stream()
                .mapToLong(one -> numbers(one.state(), one::extent, parameters, blocks))
                .sum();
        return around
                + (replica.updater() instanceof Rule rule
                        ? numbers(rule.state(), rule::extent, parameters, blocks)
                        : replica.updater().toDl4j().stateSize(parameters));
    }

    private static long numbers(
            List<String> names, Function<String, Extent> extent, int parameters, List<Block> blocks) {
        return names.stream()
                .mapToLong(name -> extent.apply(name).of(parameters, blocks))
                .sum();
    }

    private static List<Block> blocks(LoadedProblem problem, Training training, Replica replica) {
        if (problem.surface().isPresent()) {
            return List.of();
        }
        try (DifferentiableNetwork network = problem.network(training.precision())) {
            return Scenes.of(network, problem.facts(), replica).blocks();
        }
    }
}

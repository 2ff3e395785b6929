package org.converge4j.train.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.Data;
import org.converge4j.result.Evaluations;
import org.converge4j.train.dense.DenseNetwork;
import org.converge4j.train.network.NetworkTrainer;
import org.converge4j.train.step.Numeric;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Scene;
import org.converge4j.train.step.Trainer;
import org.converge4j.train.update.Scenes;
import org.converge4j.train.update.Separable;

/**
 * Many replicas of a small dense network in lockstep: our own forward and backward pass over all of them, DL4J's updater over
 * all of their parameters. Agrees with {@link NetworkTrainer} to rounding; a replica's own numbers are the same to the last
 * bit whatever the others are.
 */
public final class StackedTrainer implements Trainer {
    /** Rows that are computed together; part of the order in which sums are rounded. */
    public static final int BLOCK = 32;

    /** Numbers that a processor keeps in its caches, roughly; narrower stacks would copy shorter runs, which costs more. */
    private static final int CACHED = 1 << 20;

    private static final int FEWEST = 16;
    private static final int MOST = 256;

    private final List<Stacked<?>> stacks = new ArrayList<>();
    private final int[] stackOf;
    private final int[] placeOf;

    /**
     * @param network what the problem's configuration says, as {@link org.converge4j.train.dense.DenseReader} reads it
     * @param replicas whose updaters differ in their learning rate alone
     */
    public StackedTrainer(LoadedProblem problem, DenseNetwork network, Training training, List<Replica> replicas) {
        boolean separable = Separable.is(replicas.get(0));
        Scene scene = Scenes.of(network, problem.facts());
        int size = atOnce(network, problem.data());
        this.stackOf = new int[replicas.size()];
        this.placeOf = new int[replicas.size()];
        for (int from = 0; from < replicas.size(); from += size) {
            List<Replica> some = replicas.subList(from, Math.min(replicas.size(), from + size));
            for (int i = 0; i < some.size(); i++) {
                stackOf[from + i] = stacks.size();
                placeOf[from + i] = i;
            }
            stacks.add(
                    switch (training.precision()) {
                        case DOUBLE ->
                            new Stacked<>(Numeric.DOUBLE, network, problem.data(), training, some, separable, scene);
                        case FLOAT ->
                            new Stacked<>(Numeric.FLOAT, network, problem.data(), training, some, separable, scene);
                    });
        }
    }

    @Override
    public int replicas() {
        return stackOf.length;
    }

    @Override
    public double loss(int replica) {
        return stacks.get(stackOf[replica]).loss(placeOf[replica]);
    }

    @Override
    public void step() {
        stacks.forEach(Stacked::step);
    }

    @Override
    public OptionalDouble lossAtStep(int replica) {
        return stacks.get(stackOf[replica]).lossAtStep(placeOf[replica]);
    }

    @Override
    public Evaluations evaluations(int replica) {
        return stacks.get(stackOf[replica]).evaluations(placeOf[replica]);
    }

    @Override
    public int failedSearches(int replica) {
        return stacks.get(stackOf[replica]).failedSearches(placeOf[replica]);
    }

    @Override
    public double[] parameters(int replica) {
        return stacks.get(stackOf[replica]).parameters(placeOf[replica]);
    }

    @Override
    public void close() {
        stacks.clear();
    }

    /** How many replicas a stack takes; decides the speed and nothing else. */
    public static int atOnce(DenseNetwork network, Data data) {
        int units = network.layers().stream().mapToInt(layer -> layer.units()).sum();
        int numbers = 2 * Math.min(BLOCK, data.rows()) * units + 4 * network.parameters();
        return Math.max(FEWEST, Math.min(MOST, CACHED / numbers));
    }
}

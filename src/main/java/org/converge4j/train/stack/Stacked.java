package org.converge4j.train.stack;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.data.Data;
import org.converge4j.result.Evaluations;
import org.converge4j.train.dense.DenseNetwork;
import org.converge4j.train.dense.DenseStack;
import org.converge4j.train.step.Batches;
import org.converge4j.train.step.Numeric;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Scene;
import org.converge4j.train.update.Updates;
import org.converge4j.updater.Objective;
import org.jspecify.annotations.Nullable;

/**
 * Some replicas of a {@link StackedTrainer}: as many as the processor's cache likes at once.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class Stacked<A> {
    private final Numeric<A> numeric;
    private final DenseStack<A> stack;
    private final RowSource<A> source;
    private final List<Batches> batches;
    private final int rows;
    private final int[] flatOrder;
    private final Updates<A> updates;
    private final List<StackedObjective> objectives;
    private final @Nullable Measured<A> measured;
    private final double[] losses;
    private boolean lossKnown;
    private boolean gradientKnown;
    private int steps;

    Stacked(
            Numeric<A> numeric,
            DenseNetwork network,
            Data data,
            Training training,
            List<Replica> replicas,
            boolean separable,
            Scene scene) {
        this.numeric = numeric;
        int batch = training.batchSize(data.rows());
        int block = Math.min(StackedTrainer.BLOCK, data.rows());
        this.stack = new DenseStack<>(numeric.arithmetic(), network, replicas.size(), block);
        this.source = new RowSource<>(numeric.arithmetic(), data, replicas.size(), block);
        this.batches = batch == data.rows()
                ? List.of()
                : replicas.stream()
                        .map(replica -> new Batches(data.rows(), batch, replica.seed()))
                        .toList();
        this.rows = data.rows();
        this.flatOrder = network.flatOrder();
        this.losses = new double[replicas.size()];
        start(replicas);
        this.updates = Updates.of(numeric, replicas, separable, stack.parameters(), flatOrder, scene);
        StackOfOne<A> again = new StackOfOne<>(numeric, network, data);
        this.objectives =
                replicas.stream().map(replica -> new StackedObjective(again)).toList();
        this.measured = updates.isElsewhere()
                ? new Measured<>(numeric, network, data, replicas.size(), updates::evaluatedAt)
                : null;
    }

    int replicas() {
        return losses.length;
    }

    /** The mean loss of the whole training set where the updater is measured. */
    double loss(int replica) {
        return measured == null ? atStep(replica) : measured.loss(replica);
    }

    /** The same where it steps from, if that is elsewhere. */
    OptionalDouble lossAtStep(int replica) {
        return measured == null ? OptionalDouble.empty() : OptionalDouble.of(atStep(replica));
    }

    /** The mean loss of the whole training set; its gradient is kept for a full-batch step. */
    private double atStep(int replica) {
        if (!lossKnown) {
            stack.clear();
            source.all(block -> stack.add(block, batches.isEmpty()));
            Arrays.setAll(losses, i -> stack.losses()[i] / rows);
            lossKnown = true;
            gradientKnown = batches.isEmpty();
        }
        return losses[replica];
    }

    void step() {
        List<int[]> next = batches.isEmpty() ? List.of() : RowSource.next(batches);
        differentiate(next);
        int count = next.isEmpty() ? rows : next.get(0).length;
        numeric.arithmetic().divide(stack.gradient(), count);
        updates.apply(stack.gradient(), ++steps, replica -> objective(replica, next, count));
        lossKnown = false;
        gradientKnown = false;
        if (measured != null) {
            measured.forget();
        }
    }

    private Objective objective(int replica, List<int[]> next, int count) {
        return objectives
                .get(replica)
                .turn(
                        next.isEmpty() ? new int[0] : next.get(replica),
                        stack.losses()[replica] / count,
                        () -> inOrder(replica));
    }

    Evaluations evaluations(int replica) {
        return objectives.get(replica).taken().plus(new Evaluations(steps, 0));
    }

    int failedSearches(int replica) {
        return objectives.get(replica).failedSearches();
    }

    /** Where the updater is measured, in DL4J's flat order. */
    double[] parameters(int replica) {
        return measured == null
                ? inOrder(replica)
                : updates.evaluatedAt(replica).clone();
    }

    private double[] inOrder(int replica) {
        double[] flat = new double[flatOrder.length];
        for (int i = 0; i < flat.length; i++) {
            flat[flatOrder[i]] = numeric.arithmetic().get(stack.parameters(), i * replicas() + replica);
        }
        return flat;
    }

    /** Leaves the sum of the gradients of a step's rows in the stack. */
    private void differentiate(List<int[]> next) {
        if (gradientKnown) {
            return;
        }
        stack.clear();
        if (next.isEmpty()) {
            source.all(block -> stack.add(block, true));
        } else {
            source.each(next, block -> stack.add(block, true));
        }
    }

    private void start(List<Replica> replicas) {
        for (int replica = 0; replica < replicas.size(); replica++) {
            stack.put(replica, replicas.get(replica).start());
        }
    }
}

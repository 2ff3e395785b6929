package org.converge4j.train.stack;

import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.data.Data;
import org.converge4j.train.dense.DenseNetwork;
import org.converge4j.train.dense.DenseStack;
import org.converge4j.train.step.Batches;
import org.converge4j.train.step.Numeric;
import org.converge4j.train.step.Replica;
import org.converge4j.train.update.Pipeline;
import org.converge4j.train.update.SlicedUpdates;

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
    private final ObjIntConsumer<A> update;
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
            boolean separable) {
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
        this.update = separable
                ? Pipeline.joint(numeric, replicas, stack.parameters())::apply
                : new SlicedUpdates<>(numeric, replicas, stack.parameters(), flatOrder)::apply;
    }

    int replicas() {
        return losses.length;
    }

    /** The mean loss of the whole training set; its gradient is kept for a full-batch step. */
    double loss(int replica) {
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
        int count = differentiate();
        numeric.arithmetic().divide(stack.gradient(), count);
        update.accept(stack.gradient(), ++steps);
        lossKnown = false;
        gradientKnown = false;
    }

    /** In DL4J's flat order. */
    double[] parameters(int replica) {
        double[] flat = new double[flatOrder.length];
        for (int i = 0; i < flat.length; i++) {
            flat[flatOrder[i]] = numeric.arithmetic().get(stack.parameters(), i * replicas() + replica);
        }
        return flat;
    }

    /** Leaves the sum of the gradients of the step's rows in the stack, and says how many rows those are. */
    private int differentiate() {
        if (gradientKnown) {
            return rows;
        }
        stack.clear();
        if (batches.isEmpty()) {
            source.all(block -> stack.add(block, true));
            return rows;
        }
        List<int[]> next = RowSource.next(batches);
        source.each(next, block -> stack.add(block, true));
        return next.get(0).length;
    }

    private void start(List<Replica> replicas) {
        for (int replica = 0; replica < replicas.size(); replica++) {
            double[] start = replicas.get(replica).start();
            for (int i = 0; i < flatOrder.length; i++) {
                numeric.arithmetic().set(stack.parameters(), i * replicas() + replica, start[flatOrder[i]]);
            }
        }
    }
}

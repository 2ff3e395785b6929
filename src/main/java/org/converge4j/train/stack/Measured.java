package org.converge4j.train.stack;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.converge4j.problem.data.Data;
import org.converge4j.train.dense.DenseNetwork;
import org.converge4j.train.dense.DenseStack;
import org.converge4j.train.step.Numeric;

/**
 * The losses of a stack whose updater is measured at other parameters than it steps from: a second stack that holds those.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class Measured<A> {
    private final DenseStack<A> stack;
    private final RowSource<A> source;
    private final IntFunction<double[]> parameters;
    private final double[] losses;
    private final int rows;
    private boolean known;

    /**
     * @param parameters of each replica, in DL4J's flat order
     */
    Measured(Numeric<A> numeric, DenseNetwork network, Data data, int replicas, IntFunction<double[]> parameters) {
        int block = Math.min(StackedTrainer.BLOCK, data.rows());
        this.stack = new DenseStack<>(numeric.arithmetic(), network, replicas, block);
        this.source = new RowSource<>(numeric.arithmetic(), data, replicas, block);
        this.parameters = parameters;
        this.losses = new double[replicas];
        this.rows = data.rows();
    }

    /** The mean loss of the whole training set. */
    double loss(int replica) {
        if (!known) {
            for (int other = 0; other < losses.length; other++) {
                stack.put(other, parameters.apply(other));
            }
            stack.clear();
            source.all(block -> stack.add(block, false));
            Arrays.setAll(losses, i -> stack.losses()[i] / rows);
            known = true;
        }
        return losses[replica];
    }

    /** The parameters have changed. */
    void forget() {
        known = false;
    }
}

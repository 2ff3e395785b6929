package org.converge4j.train.stack;

import java.util.Arrays;
import java.util.List;
import org.converge4j.problem.data.Data;
import org.converge4j.train.dense.DenseCurvature;
import org.converge4j.train.dense.DenseNetwork;
import org.converge4j.train.dense.DenseStack;
import org.converge4j.train.step.Numeric;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates single networks of a stack again, each on the rows of its own batch: a stack of one.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class StackOfOne<A> {
    private final Numeric<A> numeric;
    private final DenseNetwork network;
    private final Data data;
    private final DenseStack<A> stack;
    private final RowSource<A> source;
    private final int[] flatOrder;

    StackOfOne(Numeric<A> numeric, DenseNetwork network, Data data) {
        int block = Math.min(StackedTrainer.BLOCK, data.rows());
        this.numeric = numeric;
        this.network = network;
        this.data = data;
        this.stack = new DenseStack<>(numeric.arithmetic(), network, 1, block);
        this.source = new RowSource<>(numeric.arithmetic(), data, 1, block);
        this.flatOrder = network.flatOrder();
    }

    /**
     * The mean loss of some rows.
     *
     * @param rows none for all
     * @param at parameters in DL4J's flat order
     * @param gradient overwritten, in the same order; null if none is wanted
     */
    double evaluate(int[] rows, double[] at, double @Nullable [] gradient) {
        stack.put(0, at);
        stack.clear();
        int count = rows.length == 0 ? data.rows() : rows.length;
        if (rows.length == 0) {
            source.all(block -> stack.add(block, gradient != null));
        } else {
            source.each(List.of(rows), block -> stack.add(block, gradient != null));
        }
        if (gradient != null) {
            numeric.arithmetic().divide(stack.gradient(), count);
            for (int i = 0; i < flatOrder.length; i++) {
                gradient[flatOrder[i]] = numeric.arithmetic().get(stack.gradient(), i);
            }
        }
        return stack.losses()[0] / count;
    }

    /** The Hessian of the mean loss of some rows times a direction, computed in 64 bits from features in the stack's precision. */
    void curvature(int[] rows, double[] at, double[] direction, double[] product) {
        int[] these = rows.length == 0 ? all() : rows;
        DenseCurvature curvature = new DenseCurvature(network, at, direction);
        for (int row : these) {
            double[] x = data.x(row, 1);
            numeric.arithmetic().round(x);
            curvature.add(x, Arrays.copyOfRange(data.y(), row * data.targets(), (row + 1) * data.targets()));
        }
        double[] sum = curvature.product();
        Arrays.setAll(product, i -> sum[i] / these.length);
    }

    private int[] all() {
        int[] rows = new int[data.rows()];
        Arrays.setAll(rows, row -> row);
        return rows;
    }
}

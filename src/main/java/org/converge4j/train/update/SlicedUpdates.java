package org.converge4j.train.update;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.step.Numeric;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Scene;
import org.converge4j.updater.Objective;

/**
 * A pipeline for each replica of a stack, in DL4J's flat order: for an updater that looks at more than one
 * component at a time, or at more than the gradient.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class SlicedUpdates<A> implements Updates<A> {
    private final Arithmetic<A> arithmetic;
    private final A parameters;
    private final int[] flatOrder;
    private final List<A> slices = new ArrayList<>();
    private final List<Pipeline<A>> pipelines = new ArrayList<>();
    private final A gradientSlice;

    /**
     * @param parameters of the stack, changed in place
     * @param flatOrder where DL4J keeps each of the stack's parameters
     */
    SlicedUpdates(Numeric<A> numeric, List<Replica> replicas, A parameters, int[] flatOrder, Scene scene) {
        this.arithmetic = numeric.arithmetic();
        this.parameters = parameters;
        this.flatOrder = flatOrder;
        this.gradientSlice = arithmetic.zeros(flatOrder.length);
        for (Replica replica : replicas) {
            A slice = arithmetic.of(replica.start());
            slices.add(slice);
            pipelines.add(new Pipeline<>(numeric, replica, slice, scene));
        }
    }

    @Override
    public void apply(A gradient, int step, IntFunction<Objective> batch) {
        int replicas = pipelines.size();
        for (int replica = 0; replica < replicas; replica++) {
            for (int i = 0; i < flatOrder.length; i++) {
                arithmetic.copy(gradient, i * replicas + replica, gradientSlice, flatOrder[i], 1);
            }
            pipelines.get(replica).apply(gradientSlice, step, batch.apply(replica));
            for (int i = 0; i < flatOrder.length; i++) {
                arithmetic.copy(slices.get(replica), flatOrder[i], parameters, i * replicas + replica, 1);
            }
        }
    }

    @Override
    public boolean isElsewhere() {
        return pipelines.get(0).isElsewhere();
    }

    @Override
    public double[] evaluatedAt(int replica) {
        return pipelines.get(replica).evaluatedAt();
    }
}

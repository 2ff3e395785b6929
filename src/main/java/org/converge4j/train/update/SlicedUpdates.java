package org.converge4j.train.update;

import java.util.ArrayList;
import java.util.List;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.step.Numeric;
import org.converge4j.train.step.Replica;

/**
 * A pipeline for each replica of a stack, in DL4J's flat order: for an updater that looks at more than one component at a time.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public final class SlicedUpdates<A> {
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
    public SlicedUpdates(Numeric<A> numeric, List<Replica> replicas, A parameters, int[] flatOrder) {
        this.arithmetic = numeric.arithmetic();
        this.parameters = parameters;
        this.flatOrder = flatOrder;
        this.gradientSlice = arithmetic.zeros(flatOrder.length);
        for (Replica replica : replicas) {
            A slice = arithmetic.of(replica.start());
            slices.add(slice);
            pipelines.add(new Pipeline<>(numeric, replica, slice));
        }
    }

    /** Changes the parameters, as {@link Pipeline#apply} does. */
    public void apply(A gradient, int step) {
        int replicas = pipelines.size();
        for (int replica = 0; replica < replicas; replica++) {
            for (int i = 0; i < flatOrder.length; i++) {
                arithmetic.copy(gradient, i * replicas + replica, gradientSlice, flatOrder[i], 1);
            }
            pipelines.get(replica).apply(gradientSlice, step);
            for (int i = 0; i < flatOrder.length; i++) {
                arithmetic.copy(slices.get(replica), flatOrder[i], parameters, i * replicas + replica, 1);
            }
        }
    }
}

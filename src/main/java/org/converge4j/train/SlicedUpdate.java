package org.converge4j.train;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A pipeline for each replica, in DL4J's flat order: for an updater that looks at more than one component at a time. */
final class SlicedUpdate<A> implements StackedUpdate<A> {
    private final Numeric<A> numeric;
    private final A parameters;
    private final int[] flatOrder;
    private final List<INDArray> flatParameters = new ArrayList<>();
    private final List<UpdatePipeline> pipelines = new ArrayList<>();
    private final INDArray flatGradient;
    private final A slice;

    /**
     * @param parameters of the stack, kept up to date
     * @param flatOrder where DL4J keeps each of the stack's parameters
     */
    SlicedUpdate(Numeric<A> numeric, List<Replica> replicas, A parameters, int[] flatOrder) {
        this.numeric = numeric;
        this.parameters = parameters;
        this.flatOrder = flatOrder;
        this.flatGradient = numeric.nd4j(flatOrder.length);
        this.slice = numeric.arithmetic().zeros(flatOrder.length);
        for (Replica replica : replicas) {
            INDArray flat = numeric.nd4j(flatOrder.length);
            numeric.put().accept(flat, numeric.arithmetic().of(replica.start()));
            flatParameters.add(flat);
            pipelines.add(new UpdatePipeline(replica, flat));
        }
    }

    @Override
    public void apply(A gradient, int step) {
        int replicas = pipelines.size();
        for (int replica = 0; replica < replicas; replica++) {
            for (int i = 0; i < flatOrder.length; i++) {
                numeric.arithmetic()
                        .set(slice, flatOrder[i], numeric.arithmetic().get(gradient, i * replicas + replica));
            }
            numeric.put().accept(flatGradient, slice);
            pipelines.get(replica).apply(flatGradient, step);
            numeric.get().accept(flatParameters.get(replica), slice);
            for (int i = 0; i < flatOrder.length; i++) {
                numeric.arithmetic()
                        .set(
                                parameters,
                                i * replicas + replica,
                                numeric.arithmetic().get(slice, flatOrder[i]));
            }
        }
    }
}

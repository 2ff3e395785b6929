package org.converge4j.train;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One pipeline for all replicas: for an updater that is {@link Separable}. */
final class JointUpdate<A> implements StackedUpdate<A> {
    private final Numeric<A> numeric;
    private final A parameters;
    private final INDArray flatParameters;
    private final INDArray flatGradient;
    private final UpdatePipeline pipeline;

    /**
     * @param parameters of the stack, kept up to date
     * @param size parameters of a replica
     */
    JointUpdate(Numeric<A> numeric, List<Replica> replicas, A parameters, int size) {
        this.numeric = numeric;
        this.parameters = parameters;
        this.flatParameters = numeric.nd4j(size * replicas.size());
        this.flatGradient = numeric.nd4j(size * replicas.size());
        numeric.put().accept(flatParameters, parameters);
        this.pipeline = UpdatePipeline.of(replicas, flatParameters);
    }

    @Override
    public void apply(A gradient, int step) {
        numeric.put().accept(flatGradient, gradient);
        pipeline.apply(flatGradient, step);
        numeric.get().accept(flatParameters, parameters);
    }
}

package org.converge4j.train.update;

import org.converge4j.train.step.Numeric;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Scene;
import org.converge4j.updater.Objective;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a run does with each gradient, for one replica whose numbers lie in ND4J's memory; {@link Pipeline} does the work. */
public final class UpdatePipeline {
    private final Flat<?> flat;

    /**
     * @param parameters flat, changed in place
     * @param scene what its updater may see
     * @throws IllegalArgumentException if updater and treatment would both decay the parameters
     */
    public UpdatePipeline(Replica replica, INDArray parameters, Scene scene) {
        this.flat = parameters.dataType() == DataType.DOUBLE
                ? new Flat<>(Numeric.DOUBLE, replica, parameters, scene)
                : new Flat<>(Numeric.FLOAT, replica, parameters, scene);
    }

    /**
     * Changes the parameters.
     *
     * @param gradient of the mean loss, flat like the parameters
     * @param step t = 1 for the first change
     * @param batch whose gradient it is, which may leave anything in the network's arrays; null where there is no more to see of it
     */
    public void apply(INDArray gradient, int step, @Nullable Objective batch) {
        apply(gradient, 1, step, batch);
    }

    /**
     * The same.
     *
     * @param sum of the gradients of so many rows
     */
    public void apply(INDArray sum, int rows, int step, @Nullable Objective batch) {
        flat.apply(sum, rows, step, batch);
    }

    /** Whether the loss is measured at other parameters than a step starts from. */
    public boolean isElsewhere() {
        return flat.pipeline.isElsewhere();
    }

    /** The parameters to measure at. */
    public double[] evaluatedAt() {
        return flat.evaluatedAt();
    }

    /** The copies in Java that the pipeline works on. */
    private static final class Flat<A> {
        private final Numeric<A> numeric;
        private final INDArray parameters;
        private final A values;
        private final A gradientValues;
        private final Pipeline<A> pipeline;

        Flat(Numeric<A> numeric, Replica replica, INDArray parameters, Scene scene) {
            this.numeric = numeric;
            this.parameters = parameters;
            int size = Math.toIntExact(parameters.length());
            this.values = numeric.arithmetic().zeros(size);
            this.gradientValues = numeric.arithmetic().zeros(size);
            this.pipeline = new Pipeline<>(numeric, replica, values, scene);
        }

        double[] evaluatedAt() {
            numeric.get().accept(parameters, values);
            return pipeline.evaluatedAt();
        }

        void apply(INDArray sum, int rows, int step, @Nullable Objective batch) {
            numeric.get().accept(parameters, values);
            numeric.get().accept(sum, gradientValues);
            numeric.arithmetic().divide(gradientValues, rows);
            pipeline.apply(gradientValues, step, batch);
            numeric.put().accept(parameters, values);
        }
    }
}

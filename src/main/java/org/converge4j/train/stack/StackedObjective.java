package org.converge4j.train.stack;

import java.util.function.Supplier;
import org.converge4j.train.step.CountedObjective;
import org.jspecify.annotations.Nullable;

/** The objective of one replica of a stack. */
final class StackedObjective extends CountedObjective {
    private final StackOfOne<?> again;
    private int[] rows = {};
    private double loss;
    private Supplier<double[]> start = () -> new double[0];

    StackedObjective(StackOfOne<?> again) {
        this.again = again;
    }

    /**
     * Turns to the batch of a step.
     *
     * @param batch its rows; none for all
     * @param mean its loss
     * @param parameters that the step starts from, in DL4J's flat order
     */
    StackedObjective turn(int[] batch, double mean, Supplier<double[]> parameters) {
        rows = batch;
        loss = mean;
        start = parameters;
        return this;
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    protected double evaluate(double[] at, double @Nullable [] gradient) {
        return again.evaluate(rows, at, gradient);
    }

    @Override
    protected double[] start() {
        return start.get();
    }

    @Override
    public void curvature(double[] direction, double[] product) {
        count(OF_A_PRODUCT);
        again.curvature(rows, start(), direction, product);
    }
}

package org.converge4j.train.step;

import org.converge4j.result.Evaluations;
import org.converge4j.updater.Objective;
import org.jspecify.annotations.Nullable;

/** An objective that counts what is asked of it, over all steps of a run. */
public abstract class CountedObjective implements Objective {
    /** Hessian products by a forward pass and a backward one with tangents beside: the work of two gradients. */
    protected static final Evaluations OF_A_PRODUCT = new Evaluations(2, 0);

    private static final Evaluations GRADIENT = new Evaluations(1, 0);
    private static final Evaluations LOSS = new Evaluations(0, 1);

    private Evaluations taken = Evaluations.NONE;
    private int failedSearches;

    /**
     * The loss of the batch.
     *
     * @param gradient to be overwritten; null if none is wanted
     */
    protected abstract double evaluate(double[] at, double @Nullable [] gradient);

    /** The parameters that the step starts from. */
    protected abstract double[] start();

    /** What the gradients are rounded by, in proportion. */
    protected double rounding() {
        return Differences.DOUBLE;
    }

    @Override
    public final double loss(double[] at) {
        count(LOSS);
        return evaluate(at, null);
    }

    @Override
    public final double gradient(double[] at, double[] gradient) {
        count(GRADIENT);
        return evaluate(at, gradient);
    }

    @Override
    public void curvature(double[] direction, double[] product) {
        Differences.curvature(this, start(), direction, product, rounding());
    }

    @Override
    public final void searchFailed() {
        failedSearches++;
    }

    /** How many searches found no lower place. */
    public final int failedSearches() {
        return failedSearches;
    }

    protected final void count(Evaluations more) {
        taken = taken.plus(more);
    }

    /** All that was asked, besides the gradient that every step begins with. */
    public final Evaluations taken() {
        return taken;
    }
}

package org.converge4j.updater;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Shows parameters to a rule inside DL4J's {@code fit}. DL4J hands them to regularisations alone, right before it calls the updater of
 * the same arrays on the same thread: so they wait here for a moment. Adds nothing to gradient or score.
 */
public final class Shown implements Regularization {
    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<List<INDArray>> WAITING = ThreadLocal.withInitial(ArrayList::new);

    @Override
    public ApplyStep applyStep() {
        return ApplyStep.BEFORE_UPDATER;
    }

    @Override
    public void apply(INDArray parameters, INDArray gradient, double rate, int iteration, int epoch) {
        WAITING.get().add(parameters);
    }

    @Override
    public double score(INDArray parameters, int iteration, int epoch) {
        return 0;
    }

    @Override
    @SuppressWarnings("MissingSuperCall") // nothing inherited to copy
    public Regularization clone() {
        return new Shown();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shown;
    }

    @Override
    public int hashCode() {
        return Shown.class.hashCode();
    }

    /**
     * The parameters that were shown since the last call, one array after the other.
     *
     * @throws IllegalStateException if they are not as many as the updater's
     */
    static double[] take(int length) {
        List<INDArray> waiting = WAITING.get();
        long count = waiting.stream().mapToLong(INDArray::length).sum();
        if (count != length) {
            waiting.clear();
            throw new IllegalStateException("an updater of " + length + " parameters was shown " + count
                    + "; Installation.install into the configuration is accepted.");
        }
        double[] all = new double[length];
        int at = 0;
        for (INDArray array : waiting) {
            double[] some = array.dup().data().asDouble();
            System.arraycopy(some, 0, all, at, some.length);
            at += some.length;
        }
        waiting.clear();
        return all;
    }
}

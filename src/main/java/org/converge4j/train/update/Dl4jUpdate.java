package org.converge4j.train.update;

import org.converge4j.train.step.Numeric;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/** DL4J's own updater, in ND4J's memory. */
final class Dl4jUpdate<A> implements Update<A> {
    /** Where DL4J's Adam family reads a rate of 0 as ε: a rate this small moves nothing and is not 0. */
    private static final double NEXT_TO_NOTHING_DOUBLE = 1e-300;

    private static final double NEXT_TO_NOTHING_FLOAT = 1e-35;

    private final Numeric<A> numeric;
    private final INDArray buffer;
    private final IUpdater settings;
    private final GradientUpdater<?> updater;
    private double rateSet = Double.NaN;

    /**
     * @param settings not to be used elsewhere: its rate is set
     */
    Dl4jUpdate(IUpdater settings, Numeric<A> numeric, int size) {
        this.numeric = numeric;
        this.buffer = numeric.nd4j(size);
        this.settings = settings;
        long stateSize = settings.stateSize(size);
        INDArray state = stateSize == 0 ? null : numeric.nd4j(Math.toIntExact(stateSize));
        this.updater = settings.instantiate(state, true);
    }

    @Override
    public void apply(A gradient, int step, double rate) {
        if (settings.hasLearningRate()) {
            set(rate);
        }
        numeric.put().accept(buffer, gradient);
        updater.applyUpdater(buffer, step - 1, 0);
        numeric.get().accept(buffer, gradient);
        if (!settings.hasLearningRate() && rate != 1) {
            numeric.arithmetic().multiply(gradient, rate);
        }
    }

    private void set(double rate) {
        if (rate != rateSet) {
            updater.getConfig().setLrAndSchedule(settable(rate, numeric.type()), null);
            rateSet = rate;
        }
    }

    /**
     * The rate that DL4J is given for another.
     *
     * @throws IllegalArgumentException if it is beyond the precision: DL4J would step by ε
     */
    static double settable(double rate, DataType type) {
        if (type == DataType.FLOAT && rate > Float.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "expected a learning rate at most " + Float.MAX_VALUE + " in float precision, found " + rate + ".");
        }
        return Math.max(rate, type == DataType.DOUBLE ? NEXT_TO_NOTHING_DOUBLE : NEXT_TO_NOTHING_FLOAT);
    }
}

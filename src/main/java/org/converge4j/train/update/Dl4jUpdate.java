package org.converge4j.train.update;

import org.converge4j.train.step.Numeric;
import org.converge4j.updater.Updater;
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

    Dl4jUpdate(Updater updater, Numeric<A> numeric, int size) {
        this.numeric = numeric;
        this.buffer = numeric.nd4j(size);
        this.settings = updater.toDl4j();
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
            if (numeric.type() == DataType.FLOAT && rate > Float.MAX_VALUE) {
                throw new IllegalArgumentException("expected a learning rate at most " + Float.MAX_VALUE
                        + " in float precision, found " + rate + "."); // DL4J would step by ε
            }
            double nothing = numeric.type() == DataType.DOUBLE ? NEXT_TO_NOTHING_DOUBLE : NEXT_TO_NOTHING_FLOAT;
            updater.getConfig().setLrAndSchedule(Math.max(rate, nothing), null);
            rateSet = rate;
        }
    }
}

package org.converge4j.train.update;

import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.step.Numeric;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.ops.transforms.Transforms;

/** DL4J's Adam in Java, but for the powers of its decays, which are ND4J's: Java's may end in another bit. */
final class AdamUpdate<A> implements Update<A> {
    private static final int POWERS = 256;

    private final Numeric<A> numeric;
    private final Adam settings;
    private final A mean;
    private final A meanSquare;
    private final A powers1;
    private final A powers2;
    private int first = Integer.MAX_VALUE;

    AdamUpdate(Adam settings, Numeric<A> numeric, int size) {
        Arithmetic<A> arithmetic = numeric.arithmetic();
        this.numeric = numeric;
        this.settings = settings;
        this.mean = arithmetic.zeros(size);
        this.meanSquare = arithmetic.zeros(size);
        this.powers1 = arithmetic.zeros(POWERS);
        this.powers2 = arithmetic.zeros(POWERS);
    }

    @Override
    public void apply(A gradient, int step, double rate) {
        numeric.arithmetic()
                .adam(
                        gradient,
                        mean,
                        meanSquare,
                        settings.getBeta1(),
                        settings.getBeta2(),
                        corrected(step, Dl4jUpdate.settable(rate, numeric.type())),
                        settings.getEpsilon());
    }

    /** η √(1−β₂ᵗ)/(1−β₁ᵗ), rounded where DL4J rounds it; ε in its place where that is no number, or 0, as in DL4J. */
    private double corrected(int step, double rate) {
        if (step < first || step - first >= POWERS) {
            first = step;
            raise(settings.getBeta1(), powers1);
            raise(settings.getBeta2(), powers2);
        }
        double power1 = numeric.arithmetic().get(powers1, step - first);
        double power2 = numeric.arithmetic().get(powers2, step - first);
        double factor = rounded(rounded(rounded(rate) * rounded(Math.sqrt(rounded(1 - power2)))) / (1 - power1));
        return factor == 0 || !Double.isFinite(factor) ? settings.getEpsilon() : factor;
    }

    private void raise(double decay, A powers) {
        try (INDArray base = numeric.nd4j(POWERS).assign(decay);
                INDArray exponents = numeric.nd4j(POWERS)) {
            for (int i = 0; i < POWERS; i++) {
                exponents.putScalar(i, (double) first + i);
            }
            Transforms.pow(base, exponents, false);
            numeric.get().accept(base, powers);
        }
    }

    private double rounded(double number) {
        return numeric.type() == DataType.FLOAT ? (float) number : number;
    }
}

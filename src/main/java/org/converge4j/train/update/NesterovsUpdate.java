package org.converge4j.train.update;

import org.converge4j.train.step.Numeric;
import org.nd4j.linalg.learning.config.Nesterovs;

/** DL4J's Nesterovs in Java. */
final class NesterovsUpdate<A> implements Update<A> {
    private final Numeric<A> numeric;
    private final double momentum;
    private final A velocity;

    NesterovsUpdate(Nesterovs settings, Numeric<A> numeric, int size) {
        this.numeric = numeric;
        this.momentum = settings.getMomentum();
        this.velocity = numeric.arithmetic().zeros(size);
    }

    @Override
    public void apply(A gradient, int step, double rate) {
        numeric.arithmetic().nesterovs(gradient, velocity, Dl4jUpdate.settable(rate, numeric.type()), momentum);
    }
}

package org.converge4j.updater.parameterfree;

import org.converge4j.updater.Extent;
import org.converge4j.updater.Step;

/**
 * The model of the loss that both rules of Momo step by: averages of past losses and slopes, and a bound below, three numbers that
 * they remember.
 *
 * @param least the bound b that is given, no loss is below it
 * @param adapts whether the bound follows what is seen
 * @param weightDecay c, implicit
 */
record LossModel(double least, boolean adapts, double weightDecay) {
    static Extent extent(String name) {
        return switch (name) {
            case "loss", "slope", "bound" -> Extent.ONE;
            default -> Extent.PARAMETERS;
        };
    }

    /** held ← (1−share) held + share value. */
    static double average(double[] held, double value, double share) {
        held[0] = (1 - share) * held[0] + share * value;
        return held[0];
    }

    /**
     * τ: how far to go, where the model's loss would be the bound.
     *
     * @param gap average of the losses less that of the slopes
     * @param reach of the mean gradient along the parameters
     * @param square length of the mean gradient as the rule measures it; τ is 0 up to {@code nothing}
     * @param held share of all gradients that the averages hold by now
     * @param bound that is remembered, overwritten
     */
    double rate(double gap, double reach, double square, double nothing, double held, double[] bound, Step step) {
        double decayed = 1 + step.learningRate() * weightDecay;
        double cap = decayed * gap + reach;
        double below = step.number() == 1 ? least : bound[0];
        if (adapts && cap < decayed * held * below) {
            below = Math.max(cap / (2 * decayed * held), least);
        }
        double above = Math.max(decayed * (gap - held * below) + reach, 0);
        double rate = square <= nothing ? 0 : Math.min(step.learningRate() / held, above / square);
        bound[0] = adapts ? Math.max((gap + reach - 0.5 * rate * square) / held, least) : least;
        return rate;
    }

    /** What decay takes of each parameter: ηc/(1+ηc). */
    double pull(Step step) {
        return step.learningRate() * weightDecay / (1 + step.learningRate() * weightDecay);
    }
}

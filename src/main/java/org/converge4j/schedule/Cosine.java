package org.converge4j.schedule;

import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;

/**
 * The rate falls along half a cosine and then stays. PyTorch's would rise again along the other half.
 *
 * @param steps the half period
 * @param end what is left of the rate, PyTorch's {@code eta_min/lr}
 */
@About(
        value = "The rate falls along half a cosine and then stays",
        family = Family.BUILT_IN,
        equation = "ηₜ = η (end + (1 − end) (1 + cos(π min(t, steps)/steps))/2), t = 0, 1, …",
        source = "Loshchilov & Hutter 2017; torch.optim.lr_scheduler.CosineAnnealingLR")
public record Cosine(
        @Setting(value = "steps until the rate is lowest", atLeast = 1, required = true)
        int steps,

        @Setting(value = "what is left of the rate in the end", atLeast = 0, atMost = 1)
        double end)
        implements Schedule {
    public Cosine() {
        this(1000, 0);
    }

    @Override
    public double factor(int taken) {
        double share = (double) Math.min(taken, steps) / steps;
        return end + (1 - end) * (1 + Math.cos(Math.PI * share)) / 2;
    }

    @Override
    public int length() {
        return steps;
    }
}

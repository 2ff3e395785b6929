package org.converge4j.schedule;

import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;

/**
 * The rate falls to zero as a power of the steps left. DL4J's PolySchedule of the same name rises instead.
 *
 * @param steps until the rate is zero
 * @param power p; 1 is a straight line
 */
@About(
        value = "The rate falls to zero as a power of the steps left",
        family = Family.BUILT_IN,
        equation = "ηₜ = η (1 − min(t, steps)/steps)ᵖ, t = 0, 1, …",
        source = "torch.optim.lr_scheduler.PolynomialLR")
public record Polynomial(
        @Setting(value = "steps until the rate is zero", atLeast = 1, required = true)
        int steps,

        @Setting(value = "the power p", above = 0) double power)
        implements Schedule {
    public Polynomial() {
        this(1000, 1);
    }

    @Override
    public double factor(int taken) {
        return Math.pow(1 - (double) Math.min(taken, steps) / steps, power);
    }

    @Override
    public int length() {
        return steps;
    }
}

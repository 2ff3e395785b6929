package org.converge4j.schedule;

import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;

/**
 * The rate rises along a straight line to its full value and stays there, or hands over to the next schedule.
 *
 * @param steps of the rise
 * @param start the share of the rate that the first step has
 */
@About(
        value = "The rate rises along a straight line to its full value",
        family = Family.BUILT_IN,
        equation = "ηₜ = η (start + (1 − start) min(t, steps)/steps), t = 0, 1, …",
        source = "torch.optim.lr_scheduler.LinearLR")
public record WarmUp(
        @Setting(value = "steps of the rise", atLeast = 1, required = true)
        int steps,

        @Setting(value = "the share of the rate that the first step has", above = 0, atMost = 1)
        double start)
        implements Schedule {
    public WarmUp() {
        this(100, 1.0 / 3);
    }

    @Override
    public double factor(int taken) {
        return start + (1 - start) * Math.min(taken, steps) / steps;
    }

    @Override
    public int length() {
        return steps;
    }
}

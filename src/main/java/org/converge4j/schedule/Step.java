package org.converge4j.schedule;

import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;

/**
 * The rate falls by a factor every so many steps.
 *
 * @param size steps between two falls
 * @param gamma γ, what a fall leaves
 */
@About(
        value = "The rate falls by a factor every so many steps",
        family = Family.BUILT_IN,
        equation = "ηₜ = η γ^⌊t/size⌋, t = 0, 1, …",
        source = "torch.optim.lr_scheduler.StepLR")
public record Step(
        @Setting(value = "steps between two falls", atLeast = 1, required = true)
        int size,

        @Setting(value = "what a fall leaves of the rate", above = 0)
        double gamma)
        implements Schedule {
    public Step() {
        this(1, 0.1);
    }

    @Override
    public double factor(int taken) {
        int falls = taken / size;
        return Math.pow(gamma, falls);
    }
}

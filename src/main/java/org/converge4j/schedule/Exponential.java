package org.converge4j.schedule;

import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;

/**
 * The rate falls by the same factor at every step.
 *
 * @param gamma γ, what a step leaves
 */
@About(
        value = "The rate falls by the same factor at every step",
        family = Family.BUILT_IN,
        equation = "ηₜ = η γᵗ, t = 0, 1, …",
        source = "torch.optim.lr_scheduler.ExponentialLR")
public record Exponential(
        @Setting(value = "what a step leaves of the rate", above = 0, required = true)
        double gamma) implements Schedule {
    public Exponential() {
        this(0.99);
    }

    @Override
    public double factor(int taken) {
        return Math.pow(gamma, taken);
    }
}

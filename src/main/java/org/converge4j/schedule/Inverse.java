package org.converge4j.schedule;

import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;

/**
 * The rate falls as a power of the step number: with power 1 the classical schedule under which stochastic gradient descent
 * converges.
 *
 * @param gamma γ, how fast
 * @param power p
 */
@About(
        value = "The rate falls as a power of the step number",
        family = Family.BUILT_IN,
        equation = "ηₜ = η / (1 + γt)ᵖ, t = 0, 1, …",
        source = "Robbins & Monro 1951; DL4J InverseSchedule")
public record Inverse(
        @Setting(value = "how fast the rate falls", above = 0, required = true)
        double gamma,

        @Setting(value = "the power p", above = 0) double power)
        implements Schedule {
    public Inverse() {
        this(0.01, 1);
    }

    @Override
    public double factor(int taken) {
        return Math.pow(1 + gamma * taken, -power);
    }
}

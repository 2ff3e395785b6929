package org.converge4j.updater.around;

import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Around;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Vectors;

/**
 * Sharpness-aware minimisation: the gradient is taken where the loss is about the worst nearby, one step of length ρ up the
 * gradient, and the updater uses it from where it stands.
 */
@About(
        value = "sharpness-aware minimisation",
        family = Family.NEWER,
        equation = "q = θ + ρ g/|g|;  g ← ∇L(q), |g| over the whole network; nothing changes where g = 0",
        cost = "two gradients a step",
        source = "Foret et al. 2021 (https://arxiv.org/abs/2010.01412), algorithm 1")
public record Sam(
        @Setting(value = "distance ρ to where the gradient is taken", above = 0)
        double rho) implements Around {
    public Sam() {
        this(0.05);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.OBJECTIVE, Reads.ALL);
    }

    @Override
    public void before(double[] gradient, double[][] state, Step step) {
        double length = Vectors.norm(gradient);
        if (length == 0) {
            return;
        }
        double[] at = step.parameters().clone();
        for (int i = 0; i < at.length; i++) {
            at[i] += rho * (gradient[i] / length);
        }
        step.objective().gradient(at, gradient);
    }
}

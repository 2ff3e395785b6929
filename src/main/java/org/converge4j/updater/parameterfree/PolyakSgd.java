package org.converge4j.updater.parameterfree;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Vectors;

/**
 * Polyak's step: what the loss is above its floor, over the squared gradient, is the rate; η is the most.
 */
@About(
        value = "gradient descent with Polyak's rate, from the loss and its floor",
        family = Family.NEWER,
        equation = "h = s g;  τ = min((L − L*)/(|h|² + ε), η);  θ ← θ − τ h",
        source = "Polyak 1987, Introduction to Optimization, section 5.3; Loizou et al. 2020 "
                + "(https://arxiv.org/abs/2002.10542); optax 0.2.8 polyak_sgd")
public record PolyakSgd(
        @Setting(value = "largest rate η", above = 0) double learningRate,

        @Setting("whether L* is the problem's own floor, which then must be known")
        boolean knownFloor,

        @Setting(value = "L*, where knownFloor is false", atLeast = -1e300)
        double floor,

        @Setting(value = "factor s on the gradient; 1/s is the share of Polyak's rate", above = 0)
        double scaling,

        @Setting(value = "ε, beside the square", atLeast = 0)
        double epsilon,

        @Setting("whether a loss below L* gives no step rather than one uphill")
        boolean clamped)
        implements Rule {
    public PolyakSgd() {
        this(1.0, true, 0, 1.0, 0, false);
    }

    @Override
    public List<String> state() {
        return List.of();
    }

    private static final double TINY = Math.ulp(1.0);

    @Override
    public Set<Reads> reads() {
        return knownFloor ? Set.of(Reads.LOSS, Reads.FLOOR, Reads.ALL) : Set.of(Reads.LOSS, Reads.ALL);
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double square = scaling * scaling * Vectors.dot(gradient, gradient) + epsilon;
        double gap = step.loss() - (knownFloor ? step.floor() : floor);
        double rate = square <= TINY ? 0 : Math.min((clamped ? Math.max(gap, 0) : gap) / square, step.learningRate());
        Vectors.scale(gradient, rate * scaling);
    }
}

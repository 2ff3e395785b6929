package org.converge4j.updater.parameterfree;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Vectors;

/**
 * Adam with a rate that a model of the loss gives: the loss is modelled by averages of past values and slopes, and bounded from
 * below; η is the most.
 *
 * @param learningRate largest rate η
 * @param beta1 decay β₁ of the mean
 * @param beta2 decay β₂ of the mean square
 * @param epsilon ε, keeps the quotient finite
 * @param lowerBound b, no loss is below it; the floor, where that is known
 * @param adaptLowerBound whether b follows what is seen
 * @param weightDecay weight decay c, implicit: θ ← θ − ηc/(1+ηc) θ
 */
@About(
        value = "Adam with a rate from the loss",
        family = Family.NEWER,
        equation =
                "F, h, m = averages (β₁) of L, <g, θ>, g;  v ← β₂ v + (1−β₂) g²;  D = ε + √(v/(1−β₂ᵗ));  k = 1−β₁ᵗ;  "
                        + "τ = min(η/k, max((1+ηc)(F − k b − h) + <m, θ>, 0)/<m, m/D>);  θ ← θ − ηc/(1+ηc) θ − τ m/D",
        source = "Schaipp et al. 2023 (https://arxiv.org/abs/2305.07583), algorithm 2; optax 0.2.8 momo_adam")
public record MomoAdam(
        @Setting(value = "largest rate η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "b, no loss is below it; the floor, where that is known", atLeast = -1e300)
        double lowerBound,

        @Setting("whether b follows what is seen") boolean adaptLowerBound,

        @Setting(value = "weight decay c, implicit: θ ← θ − ηc/(1+ηc) θ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public MomoAdam() {
        this(0.01, 0.9, 0.999, 1e-8, 0, false, 0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.LOSS, Reads.ALL);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v", "loss", "slope", "bound");
    }

    @Override
    public Extent extent(String name) {
        return switch (name) {
            case "loss", "slope", "bound" -> Extent.ONE;
            default -> Extent.PARAMETERS;
        };
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] theta = step.parameters();
        double[] m = state[0];
        double[] v = state[1];
        double along = Vectors.dot(gradient, theta);
        double correction = 1 - Math.pow(beta2, step.number());
        double square = 0;
        double[] scaled = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * gradient[i];
            v[i] = beta2 * v[i] + (1 - beta2) * gradient[i] * gradient[i];
            scaled[i] = m[i] / (epsilon + Math.sqrt(v[i] / correction));
            square += m[i] * scaled[i];
        }
        state[2][0] = beta1 * state[2][0] + (1 - beta1) * step.loss();
        state[3][0] = beta1 * state[3][0] + (1 - beta1) * along;
        double gap = state[2][0] - state[3][0];
        double reach = Vectors.dot(m, theta);
        double held = 1 - Math.pow(beta1, step.number());
        double decayed = 1 + step.learningRate() * weightDecay;
        double cap = decayed * gap + reach;
        double bound = step.number() == 1 ? lowerBound : state[4][0];
        if (adaptLowerBound && cap < decayed * held * bound) {
            bound = Math.max(cap / (2 * decayed * held), lowerBound);
        }
        double above = Math.max(decayed * (gap - held * bound) + reach, 0);
        double rate = square == 0 ? 0 : Math.min(step.learningRate() / held, above / square);
        double pull = step.learningRate() * weightDecay / decayed;
        for (int i = 0; i < m.length; i++) {
            gradient[i] = pull * theta[i] + rate * scaled[i];
        }
        state[4][0] = adaptLowerBound ? Math.max((gap + reach - 0.5 * rate * square) / held, lowerBound) : lowerBound;
    }

    @Override
    public Decay decay() {
        return Decay.inside(weightDecay);
    }
}

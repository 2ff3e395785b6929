package org.converge4j.updater.parameterfree;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.FindsRate;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Vectors;

/**
 * D-Adaptation for AdamW: the distance d to the solution is bounded from below by what was seen, and is the rate.
 */
@About(
        value = "AdamW with a rate that it finds itself, by D-adaptation",
        family = Family.NEWER,
        equation =
                "a = d η √(1−β₂ᵗ)/(1−β₁ᵗ);  k = <g, s/(√v + ε)>;  m ← β₁ m + (1−β₁) a g;  v ← β₂ v + (1−β₂) g²;  q = "
                        + "√β₂;  s ← q s + (1−q) a g;  r ← q r + (1−q) a k;  θ ← θ − m/(√v + ε) − a c θ;  d ← max(d, "
                        + "r/((1−q)|s|₁))",
        cost = "three vectors",
        differs = {"the rate is inside m, and v is not scaled by d"},
        source = "Defazio & Mishchenko 2023 (https://arxiv.org/abs/2301.07733), algorithm 5; optax 0.2.8 dadapt_adamw")
public record DadaptAdamW(
        @Setting(value = "factor η on the rate that is found", above = 0)
        double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "d₀, a distance surely too small", above = 0)
        double initialDistance,

        @Setting(value = "decoupled weight decay c: θ ← θ − a c θ", atLeast = 0)
        double weightDecay)
        implements Rule, FindsRate {
    public DadaptAdamW() {
        this(1.0, 0.9, 0.999, 1e-8, 1e-6, 0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.ALL);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v", "s", "d", "r");
    }

    @Override
    public Extent extent(String name) {
        return Distance.extent(name);
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] theta = step.parameters();
        double[] m = state[0];
        double[] v = state[1];
        double[] s = state[2];
        double d = step.number() == 1 ? initialDistance : state[3][0];
        double a = Distance.rate(d, step, beta1, beta2);
        double q = Math.sqrt(beta2);
        double along = 0;
        for (int i = 0; i < theta.length; i++) {
            double g = gradient[i];
            along += g * (s[i] / (Math.sqrt(v[i]) + epsilon));
            m[i] = beta1 * m[i] + (1 - beta1) * a * g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            s[i] = q * s[i] + (1 - q) * a * g;
            gradient[i] = a * weightDecay * theta[i] + m[i] / (Math.sqrt(v[i]) + epsilon);
        }
        state[4][0] = q * state[4][0] + (1 - q) * a * along;
        state[3][0] = Distance.grown(d, state[4][0], (1 - q) * Vectors.sumOfSizes(s));
    }

    @Override
    public double foundRate(double[][] state) {
        return state[3][0];
    }

    @Override
    public Decay decay() {
        return Decay.inside(weightDecay);
    }
}

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
 * Adam that estimates the distance d to the solution as it goes, and takes it for the rate; η is left at 1.
 */
@About(
        value = "Adam with a rate that it finds itself",
        family = Family.NEWER,
        equation =
                "a = d η √(1−β₂ᵗ)/(1−β₁ᵗ);  r ← β₃ r + (d/d₀) a <g, θ₀−θ>;  m ← β₁ m + (1−β₁) d g;  v ← β₂ v + (1−β₂)"
                        + " d² g²;  s ← β₃ s + a d g/d₀;  d₊ = max(d, k r/|s|₁);  θ ← θ − a m/(√v + d₊ ε) − a c θ;  d ←"
                        + " d₊",
        cost = "four vectors",
        differs = {"the step uses the old d, and the new one beside ε alone"},
        source = "Mishchenko & Defazio 2023 (https://arxiv.org/abs/2306.06101), algorithm 4; optax 0.2.8 prodigy")
public record Prodigy(
        @Setting(value = "factor η on the rate", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "decay β₃ of the sums that d comes from; 0: √β₂", atLeast = 0, below = 1)
        double beta3,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "d₀, surely too small", above = 0) double initialDistance,

        @Setting(value = "factor k on d", above = 0) double coefficient,

        @Setting(value = "decoupled weight decay c: θ ← θ − a c θ", atLeast = 0)
        double weightDecay,

        @Setting("whether s leaves the rate out") boolean safeguardWarmUp)
        implements Rule, FindsRate {
    public Prodigy() {
        this(1.0, 0.9, 0.999, 0, 1e-8, 1e-6, 1.0, 0, false);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.ALL);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v", "s", "start", "d", "r");
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
        double[] start = state[3];
        double d = step.number() == 1 ? initialDistance : state[4][0];
        if (step.number() == 1) {
            System.arraycopy(theta, 0, start, 0, start.length);
        }
        double b3 = beta3 == 0 ? Math.sqrt(beta2) : beta3;
        double a = Distance.rate(d, step, beta1, beta2);
        double along = 0;
        for (int i = 0; i < theta.length; i++) {
            double g = gradient[i];
            along += g * (start[i] - theta[i]);
            m[i] = beta1 * m[i] + (1 - beta1) * d * g;
            v[i] = beta2 * v[i] + (1 - beta2) * d * d * g * g;
            s[i] = b3 * s[i] + (safeguardWarmUp ? d : a) * d * g / initialDistance;
        }
        state[5][0] = b3 * state[5][0] + d / initialDistance * a * along;
        double estimate = Distance.grown(d, coefficient * state[5][0], Vectors.sumOfSizes(s));
        for (int i = 0; i < theta.length; i++) {
            gradient[i] = a * weightDecay * theta[i] + a * m[i] / (Math.sqrt(v[i]) + estimate * epsilon);
        }
        state[4][0] = estimate;
    }

    @Override
    public double foundRate(double[][] state) {
        return state[4][0];
    }

    @Override
    public Decay decay() {
        return Decay.inside(weightDecay);
    }
}

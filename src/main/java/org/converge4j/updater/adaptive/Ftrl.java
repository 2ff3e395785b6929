package org.converge4j.updater.adaptive;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Follow the regularised leader: the place is computed anew from all gradients; L1 makes exact zeros.
 */
@About(
        value = "follow the regularised leader, proximal",
        family = Family.NEWER,
        equation =
                "n₊ = n + g²;  z ← z + g + 2 h θ − (n₊ᵖ − nᵖ)/η θ;  θ ← (clip(z, ±l₁) − z)/(n₊ᵖ/η + 2 (l₂ + β/(2η)));"
                        + " n₀ = first",
        differs = {
            "the start is partly forgotten at the first step: weights jump towards 0, which is a saddle of tanh "
                    + "networks"
        },
        source = "McMahan et al. 2013, Ad Click Prediction (KDD), algorithm 1; Keras 3.15.1 Ftrl")
public record Ftrl(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "power p of the sum of squares", atLeast = 0)
        double power,

        @Setting(value = "sum of squares at the start", atLeast = 0)
        double first,

        @Setting(value = "strength l₁ of the pull to exact zeros", atLeast = 0)
        double l1,

        @Setting(value = "strength l₂ of the pull to zero", atLeast = 0)
        double l2,

        @Setting(value = "h, a further pull through the gradient", atLeast = 0)
        double shrinkage,

        @Setting(value = "β of the paper, added to every divisor", atLeast = 0)
        double beta)
        implements Rule {
    public Ftrl() {
        this(1e-3, 0.5, 0.1, 0.0, 0.0, 0.0, 0.0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS);
    }

    @Override
    public List<String> state() {
        return List.of("n", "z");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] theta = step.parameters();
        double[] n = state[0];
        double[] z = state[1];
        if (step.number() == 1) {
            Arrays.fill(n, first);
        }
        double rate = step.learningRate();
        double pull = 2 * (l2 + beta / (2 * rate));
        for (int i = 0; i < theta.length; i++) {
            double g = gradient[i];
            double now = Math.pow(n[i] + g * g, power);
            z[i] += g + 2 * shrinkage * theta[i] - (now - Math.pow(n[i], power)) / rate * theta[i];
            n[i] += g * g;
            double inside = Math.max(-l1, Math.min(l1, z[i]));
            gradient[i] = theta[i] - (inside - z[i]) / (now / rate + pull);
        }
    }
}

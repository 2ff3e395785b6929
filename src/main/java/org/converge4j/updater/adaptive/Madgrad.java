package org.converge4j.updater.adaptive;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Momentumised dual averaging: the place is computed anew from the start and all gradients, over a cube root of their squares.
 */
@About(
        value = "dual averaging with a cube root",
        family = Family.NEWER,
        equation = "λ = (η+ε) √t;  G ← G + λ g²;  S ← S + λ g;  z = θ₀ − S/(∛G + ε);  θ ← µ θ + (1−µ) z",
        cost = "three vectors",
        differs = {"ε is added to the rate, too", "optax takes √t in 32 bits: 2e-9 to 9e-8 apart"},
        source = "Defazio & Jelassi 2021 (https://arxiv.org/abs/2101.11075), algorithm 1; timm 1.0.29 MADGRAD")
public record Madgrad(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "share µ of the place that is kept", atLeast = 0, below = 1)
        double momentum,

        @Setting(value = "ε, beside the cube root and the rate", above = 0)
        double epsilon,

        @Setting(value = "coupled weight decay c: g ← g + cθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public Madgrad() {
        this(0.01, 0.9, 1e-6, 0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS);
    }

    @Override
    public List<String> state() {
        return List.of("squares", "sum", "start");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] theta = step.parameters();
        double[] squares = state[0];
        double[] sum = state[1];
        double[] start = state[2];
        if (step.number() == 1) {
            System.arraycopy(theta, 0, start, 0, start.length);
        }
        double weight = (step.learningRate() + epsilon) * Math.sqrt(step.number());
        for (int i = 0; i < theta.length; i++) {
            double g = gradient[i];
            squares[i] += weight * g * g;
            sum[i] += weight * g;
            double z = start[i] - sum[i] / (Math.cbrt(squares[i]) + epsilon);
            gradient[i] = theta[i] - (momentum * theta[i] + (1 - momentum) * z);
        }
    }

    @Override
    public Decay decay() {
        return Decay.coupled(weightDecay);
    }
}

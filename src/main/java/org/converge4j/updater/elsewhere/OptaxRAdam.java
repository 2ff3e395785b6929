package org.converge4j.updater.elsewhere;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/** RAdam as optax has it: PyTorch adds ε to the root before it is corrected. */
@About(
        value = "RAdam with ε beside the corrected root",
        family = Family.NEWER,
        equation =
                "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  ρ = ρ∞ − 2tβ₂ᵗ/(1−β₂ᵗ);  θ ← θ − η r m̂/(√v̂ + ε) from ρ ≥ 5 on, else θ − η m̂",
        source = "optax 0.2.8 radam")
public record OptaxRAdam(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon)
        implements Rule {
    public OptaxRAdam() {
        this(0.001, 0.9, 0.999, 1e-8);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        int t = step.number();
        double power = Math.pow(beta2, t);
        double most = 2 / (1 - beta2) - 1;
        double length = most - 2 * t * power / (1 - power);
        double r = Math.sqrt((length - 4) * (length - 2) * most / ((most - 4) * (most - 2) * length));
        for (int i = 0; i < m.length; i++) {
            double g = gradient[i];
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            double mean = m[i] / (1 - Math.pow(beta1, t));
            gradient[i] = step.learningRate()
                    * (length >= FROM ? r * mean / (Math.sqrt(v[i] / (1 - power)) + epsilon) : mean);
        }
    }

    /** The length of the average from which on its variance is trusted. */
    private static final double FROM = 5;
}

package org.converge4j.updater.elsewhere;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/** AdamW as Keras has it: PyTorch and optax add ε to the corrected root. */
@About(
        value = "AdamW with ε beside the uncorrected root",
        family = Family.NEWER,
        equation = "θ ← θ − ηcθ;  m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  θ ← θ − η √(1−β₂ᵗ)/(1−β₁ᵗ) m/(√v + ε)",
        source = "Keras 3.15 AdamW")
public record KerasAdamW(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "decoupled weight decay c: θ ← θ − ηcθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public KerasAdamW() {
        this(0.001, 0.9, 0.999, 1e-7, 0.004);
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
        double rate = step.learningRate() * Math.sqrt(1 - Math.pow(beta2, t)) / (1 - Math.pow(beta1, t));
        for (int i = 0; i < m.length; i++) {
            double g = gradient[i];
            m[i] += (g - m[i]) * (1 - beta1);
            v[i] += (g * g - v[i]) * (1 - beta2);
            gradient[i] = m[i] * rate / (Math.sqrt(v[i]) + epsilon);
        }
    }

    @Override
    public Decay decay() {
        return Decay.decoupled(weightDecay);
    }
}

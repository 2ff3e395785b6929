package org.converge4j.updater.secondorder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Momentum over a clipped estimate of the Hessian's diagonal, which is refreshed every few steps by a random probe (Sophia-H).
 */
@About(
        value = "momentum over a clipped Hessian diagonal",
        family = Family.NEWER,
        equation = "m ← β₁ m + (1−β₁) g;  u = clip(m/(1−β₁ᵗ)/max(γ h, ε), ±ρ);  θ ← θ − η u − ηcθ;  every k steps: h ← "
                + "β₂ h + (1−β₂) z (H z), z random signs, H at the old θ",
        cost = "two vectors; a Hessian product every k steps, the work of two gradients",
        differs = {
            "h is not corrected for its start: the first step is η ρ sign(m)",
            "h may be negative, which the maximum guards against"
        },
        source = "Liu et al. 2023 (https://arxiv.org/abs/2305.14342), algorithm 3; optax 0.2.8 sophia")
public record Sophia(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the curvature", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, the least divisor", above = 0) double epsilon,

        @Setting(value = "factor γ on the curvature", above = 0)
        double gamma,

        @Setting(value = "ρ, the largest size of u", above = 0)
        double clip,

        @Setting(value = "steps k between two looks at the curvature", atLeast = 1)
        int every,

        @Setting(value = "decoupled weight decay c: θ ← θ − ηcθ", atLeast = 0)
        double weightDecay,

        @Setting("signs of the probes z, a text of + and - for each refresh; drawn where there are no more")
        List<String> probes,

        @Setting("decides the probes that are drawn") long seed)
        implements Rule {
    public Sophia() {
        this(1e-4, 0.965, 0.99, 1e-8, 0.01, 1.0, 10, 0, List.of(), 1);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.OBJECTIVE);
    }

    @Override
    public Optional<String> misfit(int parameters) {
        return new Probes(probes, seed).misfit(parameters);
    }

    @Override
    public List<String> state() {
        return List.of("m", "h");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] h = state[1];
        double correction = 1 - Math.pow(beta1, step.number());
        for (int i = 0; i < gradient.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * gradient[i];
            double u = m[i] / correction / Math.max(gamma * h[i], epsilon);
            gradient[i] = step.learningRate() * Math.max(-clip, Math.min(clip, u));
        }
        if ((step.number() - 1) % every == 0) {
            double[] diagonal = new double[h.length];
            new Probes(probes, seed).diagonal(step.objective(), (step.number() - 1) / every, diagonal);
            for (int i = 0; i < h.length; i++) {
                h[i] = beta2 * h[i] + (1 - beta2) * diagonal[i];
            }
        }
    }

    @Override
    public Decay decay() {
        return Decay.decoupled(weightDecay);
    }
}

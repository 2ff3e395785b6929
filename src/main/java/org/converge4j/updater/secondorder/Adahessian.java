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
 * Adam with the Hessian's diagonal, estimated by a random probe, in the place of the gradient's squares.
 */
@About(
        value = "Adam with the Hessian's diagonal for squares",
        family = Family.NEWER,
        equation =
                "every k steps: D = z (H z), z random signs;  m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) D²;  θ ← θ − η "
                        + "m/(1−β₁ᵗ)/((v/(1−β₂ᵗ))^(p/2) + ε) − ηcθ",
        cost = "three vectors; a Hessian product every k steps, the work of two gradients",
        differs = {"no averaging over space, which the paper has for convolutions"},
        source = "Yao et al. 2021 (https://arxiv.org/abs/2006.00719), algorithm 1; timm 1.0.29 Adahessian")
public record Adahessian(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the squared curvature", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "Hessian power p", atLeast = 0, atMost = 1)
        double power,

        @Setting(value = "steps k between two looks at the curvature", atLeast = 1)
        int every,

        @Setting(value = "decoupled weight decay c: θ ← θ − ηcθ", atLeast = 0)
        double weightDecay,

        @Setting("signs of the probes z, a text of + and - for each refresh; drawn where there are no more")
        List<String> probes,

        @Setting("decides the probes that are drawn") long seed)
        implements Rule {
    public Adahessian() {
        this(0.1, 0.9, 0.999, 1e-8, 1.0, 1, 0, List.of(), 1);
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
        return List.of("m", "v", "diagonal");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        double[] diagonal = state[2];
        if ((step.number() - 1) % every == 0) {
            new Probes(probes, seed).diagonal(step.objective(), (step.number() - 1) / every, diagonal);
        }
        double ofMean = 1 - Math.pow(beta1, step.number());
        double ofSquare = 1 - Math.pow(beta2, step.number());
        for (int i = 0; i < gradient.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * gradient[i];
            v[i] = beta2 * v[i] + (1 - beta2) * diagonal[i] * diagonal[i];
            gradient[i] = step.learningRate() / ofMean * m[i] / (Math.pow(v[i] / ofSquare, power / 2) + epsilon);
        }
    }

    @Override
    public Decay decay() {
        return Decay.decoupled(weightDecay);
    }
}

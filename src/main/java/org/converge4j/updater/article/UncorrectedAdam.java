package org.converge4j.updater.article;

import java.util.List;
import java.util.Optional;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Namesake;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.Updater;

/**
 * The article's Adam to the letter: no bias correction, so the first step is η(1−β₁)/√(1−β₂), about 3.2 η at the defaults.
 *
 * @param learningRate η
 * @param beta1 decay of the mean
 * @param beta2 decay of the mean square
 * @param epsilon ε, keeps the quotient finite
 */
@About(
        value = "The article's Adam, exactly",
        family = Family.EXACT,
        article = "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  θ ← θ − η/(√v + ε) · m",
        equation = "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  θ ← θ − η/(√v + ε) · m",
        differs = {
            "bias correction: DL4J and torch have it, the article does not, so the article's first step is 3.2 times theirs",
            "epsilon: DL4J adds it to the uncorrected root, so at t = 1 it weighs 32 times torch's, which is added to the corrected one"
        },
        source = "the article; Kingma & Ba 2015 (https://arxiv.org/abs/1412.6980) without its bias correction")
public record UncorrectedAdam(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε beside √v", above = 0) double epsilon)
        implements Rule {
    public UncorrectedAdam() {
        this(1e-3, 0.9, 0.999, 1e-8);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            gradient[i] = step.learningRate() / (Math.sqrt(v[i]) + epsilon) * m[i];
        }
    }

    @Override
    public Optional<Updater> article() {
        return Optional.of(this);
    }

    @Override
    public Optional<Updater> dl4j() {
        return Namesake.of(this, "adam");
    }

    @Override
    public Optional<Updater> torch() {
        return Namesake.of(this, "torchAdam");
    }
}

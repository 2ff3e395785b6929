package org.converge4j.updater.article;

import java.util.Optional;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Namesake;
import org.converge4j.updater.Updater;
import org.converge4j.updater.Wrapper;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * DL4J's Adam: bias-corrected, with ε added to the uncorrected root of v. The article's Adam has no bias correction and so
 * moves √10 times as far in its first step at the usual settings.
 *
 * @param learningRate η
 * @param beta1 decay of the mean
 * @param beta2 decay of the mean square
 * @param epsilon ε, keeps the quotient finite
 */
@About(
        value = "Adam, as DL4J computes it",
        family = Family.ARTICLE,
        article = "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  θ ← θ − η/(√v + ε) · m",
        equation = "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  θ ← θ − η √(1−β₂ᵗ)/(1−β₁ᵗ) · m/(√v + ε)",
        differs = {
            "bias correction: DL4J and torch have it, the article does not, so the article's first step is 3.2 times theirs",
            "epsilon: DL4J adds it to the uncorrected root, so at t = 1 it weighs 32 times torch's, which is added to the corrected one"
        },
        source =
                "DL4J Adam; Kingma & Ba 2015 (https://arxiv.org/abs/1412.6980), the efficient form at the end of section 2")
public record Adam(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε beside √v", above = 0) double epsilon)
        implements Wrapper {
    public Adam() {
        this(1e-3, 0.9, 0.999, 1e-8);
    }

    @Override
    public IUpdater wrapped() {
        return new org.nd4j.linalg.learning.config.Adam(learningRate, beta1, beta2, epsilon);
    }

    @Override
    public Optional<Updater> article() {
        return Namesake.of(this, "uncorrectedAdam");
    }

    @Override
    public Optional<Updater> torch() {
        return Namesake.of(this, "torchAdam");
    }
}

package org.converge4j.updater.dl4j;

import java.util.Optional;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Namesake;
import org.converge4j.updater.Updater;
import org.converge4j.updater.Wrapper;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * DL4J's Nadam. Its mean square is never bias-corrected, so its first step is about 60 times η at the usual settings.
 *
 * @param learningRate η
 * @param beta1 β₁, decay of the mean
 * @param beta2 β₂, decay of the mean square
 * @param epsilon ε, keeps the quotient finite
 */
@About(
        value = "DL4J's Nadam, its mean square without bias correction",
        family = Family.DL4J,
        equation = "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  θ ← θ − η (β₁ m + (1−β₁) g)/(1−β₁ᵗ)/(√v + ε)",
        differs = {
            "bias correction: DL4J leaves v uncorrected, so its first step is about 60 times the learning rate",
            "lookahead: torch's momentum follows the schedule of momentumDecay, DL4J's is constant"
        },
        source = "DL4J Nadam; Dozat 2016 (https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ)")
public record Nadam(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon)
        implements Wrapper {
    public Nadam() {
        this(1e-3, 0.9, 0.999, 1e-8);
    }

    @Override
    public IUpdater wrapped() {
        return new org.nd4j.linalg.learning.config.Nadam(learningRate, beta1, beta2, epsilon);
    }

    @Override
    public Optional<Updater> torch() {
        return Namesake.of(this, "torchNAdam");
    }
}

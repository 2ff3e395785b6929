package org.converge4j.updater.dl4j;

import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Namesake;
import org.converge4j.updater.Updater;
import org.converge4j.updater.Wrapper;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * DL4J's AMSGrad: as its Adam, with the largest v so far in the denominator.
 *
 * @param learningRate η
 * @param beta1 β₁, decay of the mean
 * @param beta2 β₂, decay of the mean square
 * @param epsilon ε, keeps the quotient finite
 */
@About(
        value = "DL4J's AMSGrad",
        family = Family.DL4J,
        equation =
                "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  h ← max(h, v);  θ ← θ − η √(1−β₂ᵗ)/(1−β₁ᵗ) · m/(√h + ε)",
        differs = {"epsilon: DL4J adds it to the uncorrected root, so at t = 1 it weighs 32 times torch's"},
        source = "DL4J AMSGrad; Reddi et al. 2018 (https://arxiv.org/abs/1904.09237)")
public record AmsGrad(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon)
        implements Wrapper {
    public AmsGrad() {
        this(1e-3, 0.9, 0.999, 1e-8);
    }

    @Override
    public IUpdater wrapped() {
        return new org.nd4j.linalg.learning.config.AMSGrad(learningRate, beta1, beta2, epsilon);
    }

    @Override
    public Optional<Updater> torch() {
        return Namesake.of(this, "torchAdam", Map.of("amsgrad", true));
    }
}

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
 * DL4J's AdaMax: ε is accepted and not used.
 *
 * @param learningRate η
 * @param beta1 β₁, decay of the mean
 * @param beta2 β₂, decay of the maximum
 * @param epsilon ε, which DL4J does not use
 */
@About(
        value = "DL4J's AdaMax",
        family = Family.DL4J,
        equation = "m ← β₁ m + (1−β₁) g;  w ← max(β₂ w, |g|) + 10⁻³²;  θ ← θ − η/(1−β₁ᵗ) · m/w",
        differs = {
            "epsilon: torch adds it to |g| inside the maximum, DL4J does not use it",
            "defaults: DL4J steps by 0.001, torch by 0.002"
        },
        source = "DL4J AdaMax; Kingma & Ba 2015 (https://arxiv.org/abs/1412.6980), algorithm 2")
public record AdaMax(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the maximum", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, not used by DL4J", above = 0) double epsilon)
        implements Wrapper {
    public AdaMax() {
        this(1e-3, 0.9, 0.999, 1e-8);
    }

    @Override
    public IUpdater wrapped() {
        return new org.nd4j.linalg.learning.config.AdaMax(learningRate, beta1, beta2, epsilon);
    }

    @Override
    public Optional<Updater> torch() {
        return Namesake.of(this, "torchAdamax");
    }
}

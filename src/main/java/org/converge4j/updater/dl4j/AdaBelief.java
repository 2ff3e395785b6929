package org.converge4j.updater.dl4j;

import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Wrapper;
import org.converge4j.updater.adaptive.PaperAdaBelief;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * DL4J's AdaBelief, which cannot be used; {@link PaperAdaBelief} computes what it should have.
 *
 * @param learningRate η
 * @param beta1 β₁, decay of the mean
 * @param beta2 β₂, decay of the mean square
 * @param epsilon ε, keeps the quotient finite
 */
@About(
        value = "DL4J's AdaBelief, which does not work",
        family = Family.DL4J,
        equation = "m ← β₁ m + (1−β₁) g;  s ← β₂ s + (1−β₂)(g − m)² + ε;  θ ← θ − η √(1−β₂ᵗ)/(1−β₁ᵗ) · m/(√s + ε)",
        unusable =
                "DL4J 1.0.0-M2.1 throws ArrayIndexOutOfBoundsException when a network starts it (AdaBelief.instantiate); paperAdaBelief works",
        source = "DL4J AdaBelief; Zhuang et al. 2020 (https://arxiv.org/abs/2010.07468)")
public record AdaBelief(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon)
        implements Wrapper {
    public AdaBelief() {
        this(1e-3, 0.9, 0.999, 1e-14);
    }

    @Override
    public IUpdater wrapped() {
        return new org.nd4j.linalg.learning.config.AdaBelief(learningRate, beta1, beta2, epsilon);
    }
}

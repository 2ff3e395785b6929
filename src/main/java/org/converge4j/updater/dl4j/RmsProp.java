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
 * DL4J's RmsProp. Its mean square starts at ε instead of 0.
 *
 * @param learningRate η
 * @param rho ρ, decay of the mean square
 * @param epsilon ε, keeps the quotient finite
 */
@About(
        value = "DL4J's RmsProp, its mean square starting at ε",
        family = Family.DL4J,
        equation = "c ← ρ c + (1−ρ) g², c₀ = ε;  θ ← θ − η g/(√c + ε)",
        differs = {
            "state start: DL4J's mean square starts at epsilon, torch's at 0",
            "defaults: DL4J steps by 0.1 with rho 0.95, torch by 0.01 with alpha 0.99"
        },
        source =
                "DL4J RmsProp; Tieleman & Hinton 2012 (https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf)")
public record RmsProp(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay ρ of the mean square", atLeast = 0, below = 1)
        double rho,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon)
        implements Wrapper {
    public RmsProp() {
        this(1e-1, 0.95, 1e-8);
    }

    @Override
    public IUpdater wrapped() {
        return new org.nd4j.linalg.learning.config.RmsProp(learningRate, rho, epsilon);
    }

    @Override
    public Optional<Updater> torch() {
        return Namesake.of(this, "torchRmsProp", Map.of("alpha", rho));
    }
}

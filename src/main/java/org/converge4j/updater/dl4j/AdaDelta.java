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
 * DL4J's AdaDelta: no step size, the first steps are as large as √ε lets them be.
 *
 * @param rho ρ, decay of both averages
 * @param epsilon ε, keeps the quotient finite
 */
@About(
        value = "DL4J's AdaDelta",
        family = Family.DL4J,
        equation = "a ← ρ a + (1−ρ) g²;  u = g √(d + ε)/√(a + ε);  d ← ρ d + (1−ρ) u²;  θ ← θ − u",
        differs = {"defaults: DL4J has rho 0.95, torch 0.9; torch multiplies by a learning rate, 1 by default"},
        source = "DL4J AdaDelta; Zeiler 2012 (https://arxiv.org/abs/1212.5701)")
public record AdaDelta(
        @Setting(value = "decay ρ of both averages", atLeast = 0, below = 1)
        double rho,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon)
        implements Wrapper {
    public AdaDelta() {
        this(0.95, 1e-6);
    }

    @Override
    public IUpdater wrapped() {
        return new org.nd4j.linalg.learning.config.AdaDelta(rho, epsilon);
    }

    @Override
    public Optional<Updater> torch() {
        return Namesake.of(this, "torchAdadelta");
    }
}

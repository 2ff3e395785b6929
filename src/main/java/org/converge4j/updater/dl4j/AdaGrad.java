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
 * DL4J's AdaGrad. Its accumulator starts at 10⁻⁶ whatever ε is, so its first step is a little below η.
 *
 * @param learningRate η
 * @param epsilon ε, keeps the quotient finite
 */
@About(
        value = "DL4J's AdaGrad, its accumulator starting at 10⁻⁶",
        family = Family.DL4J,
        equation = "h ← h + g², h₀ = 10⁻⁶;  θ ← θ − η g/(√h + ε)",
        differs = {
            "state start: DL4J's accumulator starts at 1e-6 whatever epsilon is, torch's at initialAccumulatorValue"
        },
        source = "DL4J AdaGrad; Duchi et al. 2011 (https://jmlr.org/papers/v12/duchi11a.html)")
public record AdaGrad(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon)
        implements Wrapper {
    public AdaGrad() {
        this(1e-1, 1e-6);
    }

    @Override
    public IUpdater wrapped() {
        return new org.nd4j.linalg.learning.config.AdaGrad(learningRate, epsilon);
    }

    @Override
    public Optional<Updater> torch() {
        return Namesake.of(this, "torchAdagrad");
    }
}
